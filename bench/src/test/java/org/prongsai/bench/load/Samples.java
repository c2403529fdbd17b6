package org.prongsai.bench.load;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Phases as they might have been measured. */
public final class Samples {

    private Samples() {}

    /** Ten seconds in which so many answers were accepted in the given time each, and some were not. */
    public static Measured phase(int accepted, int millis, Map<Integer, Integer> others) {
        var count = new Count();
        for (int i = 0; i < accepted; i++) {
            count.add(201, TimeUnit.MILLISECONDS.toNanos(millis), true);
        }
        others.forEach((status, times) -> {
            for (int i = 0; i < times; i++) {
                count.add(status, TimeUnit.SECONDS.toNanos(1), true);
            }
        });
        return new Measured(
                "a phase",
                64,
                Duration.ofSeconds(10),
                count.inTime(),
                count.statuses(),
                count.micros(),
                Duration.ofSeconds(2));
    }

    public static Measured phase(int accepted) {
        return phase(accepted, 20, Map.of());
    }
}
