package org.prongsai.bench.load;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/**
 * What a phase of load came to.
 *
 * @param inTime accepted answers that came before the phase was over
 * @param statuses how often each came, until the last request was answered; {@link #LOST} where none came
 * @param micros how long accepted answers took, in microseconds
 * @param cpu that the generator itself took
 */
public record Measured(
        String name,
        int connections,
        Duration lasted,
        long inTime,
        Map<Integer, Long> statuses,
        Histogram micros,
        Duration cpu) {

    public static final int LOST = 0;
    private static final double NANOS = 1e9;

    public static boolean accepts(int status) {
        return status == 201 || status == 200;
    }

    /** Accepted answers in a second. */
    public double rate() {
        return inTime * NANOS / lasted.toNanos();
    }

    public double millis(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1000.0;
    }

    public long accepted() {
        return count(true);
    }

    public long others() {
        return count(false);
    }

    /** Which answers accepted nothing, and how many; empty where all did. */
    public String otherStatuses() {
        return statuses.entrySet().stream()
                .filter(each -> !accepts(each.getKey()))
                .map(each -> "%,d × %s".formatted(each.getValue(), each.getKey() == LOST ? "lost" : each.getKey()))
                .collect(Collectors.joining(", "));
    }

    /** The share of so many cores that the generator took for itself. */
    public double share(int cores) {
        return (double) cpu.toNanos() / lasted.toNanos() / cores;
    }

    /** Both as if they were one longer phase. */
    public Measured plus(Measured other) {
        var all = new TreeMap<>(statuses);
        other.statuses.forEach((status, count) -> all.merge(status, count, Long::sum));
        var both = micros.copy();
        both.add(other.micros);
        return new Measured(
                name, connections, lasted.plus(other.lasted), inTime + other.inTime, all, both, cpu.plus(other.cpu));
    }

    private long count(boolean accepting) {
        return statuses.entrySet().stream()
                .filter(each -> accepts(each.getKey()) == accepting)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
