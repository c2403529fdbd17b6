package org.prongsai.bench.load;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Counts answers as they come in, and how long those took that say that an answer was accepted. */
public final class Count {

    private static final int DIGITS = 3;

    private final Map<Integer, Long> statuses = new TreeMap<>();
    private final Histogram micros = new Histogram(DIGITS);
    private long all;
    private long inTime;

    public void add(int status, long nanos, boolean timely) {
        all++;
        statuses.merge(status, 1L, Long::sum);
        if (Measured.accepts(status)) {
            micros.recordValue(TimeUnit.NANOSECONDS.toMicros(nanos));
            inTime += timely ? 1 : 0;
        }
    }

    public long all() {
        return all;
    }

    public long inTime() {
        return inTime;
    }

    public Map<Integer, Long> statuses() {
        return statuses;
    }

    public Histogram micros() {
        return micros;
    }
}
