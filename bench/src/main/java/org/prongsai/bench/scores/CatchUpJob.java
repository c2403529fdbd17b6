package org.prongsai.bench.scores;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.prongsai.bench.report.ProgressWriter;
import org.prongsai.bench.stage.PatientJob;

/** Waits until scoring has caught up with what it was told, for as long as it still gets further. */
record CatchUpJob(ProgressWriter progress) {

    private static final Duration GLANCE = Duration.ofMillis(100);
    private static final Duration IDLE = Duration.ofMinutes(15);

    /** @return when the first was counted and when the last was, in nanoseconds */
    Span await(String what, LongSupplier counted, long wanted) {
        var first = new AtomicLong();
        var further = new AtomicLong(System.nanoTime());
        var known = new AtomicLong();
        PatientJob.until(
                () -> {
                    long now = counted.getAsLong();
                    if (now > known.getAndSet(now)) {
                        further.set(System.nanoTime());
                        first.compareAndSet(0, further.get());
                    }
                    progress.during(what, now);
                    if (now < wanted && System.nanoTime() - further.get() > IDLE.toNanos()) {
                        throw new IllegalStateException(
                                "%s: %,d of %,d, and no more for %s".formatted(what, now, wanted, IDLE));
                    }
                    return now >= wanted;
                },
                GLANCE,
                Duration.ofDays(1));
        return new Span(first.get(), System.nanoTime());
    }

    /** Two moments, in nanoseconds. */
    record Span(long first, long last) {

        double rate(long count) {
            return count * 1e9 / Math.max(1, last - first);
        }
    }
}
