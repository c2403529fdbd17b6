package org.prongsai.methodology.score;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** An indicator, null where it is empty. */
public record IndicatorScore(
        String code, String instrument, @Nullable BigDecimal score) {}
