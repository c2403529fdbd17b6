package org.prongsai.methodology.framework;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A name for scores from a total upwards and, where set, for every instrument from a score upwards. */
public record Level(
        String code,
        Map<String, String> title,
        BigDecimal totalMin,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable BigDecimal everyInstrumentMin,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String provenance) {
    public Level {
        title = Absent.texts(title);
    }

    /** Judged on scores that were already rounded, each once from its exact value. */
    public boolean reachedBy(BigDecimal total, Collection<BigDecimal> instruments) {
        return total.compareTo(totalMin) >= 0 && instruments.stream().allMatch(this::reachedBy);
    }

    private boolean reachedBy(BigDecimal instrument) {
        return everyInstrumentMin == null || instrument.compareTo(everyInstrumentMin) >= 0;
    }

    /** Everything that reaches the other reaches this one too, so that after this one the other is never given. */
    public boolean covers(Level other) {
        return totalMin.compareTo(other.impliedTotal()) <= 0 && everyMin().compareTo(other.everyMin()) <= 0;
    }

    /** The total is a mean of the instruments: where each of them is high, it is. */
    private BigDecimal impliedTotal() {
        return totalMin.max(everyMin());
    }

    private BigDecimal everyMin() {
        return everyInstrumentMin == null ? BigDecimal.ZERO : everyInstrumentMin;
    }
}
