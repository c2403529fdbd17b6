package org.prongsai.scoring.board;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the authority published of a unit, in a file beside its score.
 *
 * @param year Buddhist era; null where nothing was published
 */
record Published(
        @Nullable Integer year,
        @Nullable BigDecimal total,
        @Nullable String level,
        @Nullable String source,
        @Nullable LocalDate retrieved) {}
