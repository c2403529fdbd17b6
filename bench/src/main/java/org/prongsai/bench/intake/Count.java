package org.prongsai.bench.intake;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Counts answers as they come in, and how long those took that say that an answer was accepted. */
final class Count {

    private static final int DIGITS = 3;

    private final Map<Integer, Long> statuses = new TreeMap<>();
    private final Histogram micros = new Histogram(DIGITS);
    private long all;
    private long inTime;

    void add(int status, long nanos, boolean timely) {
        all++;
        statuses.merge(status, 1L, Long::sum);
        if (Measured.accepts(status)) {
            micros.recordValue(TimeUnit.NANOSECONDS.toMicros(nanos));
            inTime += timely ? 1 : 0;
        }
    }

    long all() {
        return all;
    }

    long inTime() {
        return inTime;
    }

    Map<Integer, Long> statuses() {
        return statuses;
    }

    Histogram micros() {
        return micros;
    }
}
