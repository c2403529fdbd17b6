package org.prongsai.methodology.score;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A part of a survey by itself; where it is not counted, its weight went to the others. */
public record PartScore(
        String code, long responses, @Nullable BigDecimal score, boolean counted) {}
