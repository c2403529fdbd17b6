package org.prongsai.gateway.problem;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Counts for the meters why the gateway itself refuses requests. */
@Component
public class ReasonWriter {
    private final Map<Reason, Counter> counters = new EnumMap<>(Reason.class);

    ReasonWriter(MeterRegistry meters) {
        for (Reason reason : Reason.values()) {
            counters.put(
                    reason,
                    Counter.builder("prongsai.gateway.refusals")
                            .description("Requests that the gateway refused by itself, by reason")
                            .tag("reason", reason.key())
                            .register(meters));
        }
    }

    public void count(Reason reason) {
        Objects.requireNonNull(counters.get(reason)).increment();
    }
}
