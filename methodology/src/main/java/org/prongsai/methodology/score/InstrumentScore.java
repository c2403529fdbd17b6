package org.prongsai.methodology.score;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An instrument as published; a marked one has neither responses nor minimum nor parts. */
public record InstrumentScore(
        String code,
        BigDecimal weight,
        @Nullable BigDecimal score,
        @Nullable BigDecimal standardError,
        @Nullable List<BigDecimal> interval,
        Spread spread,
        @Nullable Long responses,
        @Nullable Integer minimum,
        Adequacy adequacy,
        List<PartScore> parts) {}
