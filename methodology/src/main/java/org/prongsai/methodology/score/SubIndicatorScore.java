package org.prongsai.methodology.score;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A sub-indicator of a marked instrument, null until all of it is marked. */
public record SubIndicatorScore(
        String code,
        String indicator,
        String instrument,
        @Nullable BigDecimal score) {}
