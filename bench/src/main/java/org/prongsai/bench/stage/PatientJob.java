package org.prongsai.bench.stage;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what must come true, looking now and then. */
public final class PatientJob {

    private PatientJob() {}

    /** Whether it came true before the patience was over. */
    public static boolean until(BooleanSupplier condition, Duration glance, Duration patience) {
        long began = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - began > patience.toNanos()) {
                return false;
            }
            pause(glance);
        }
        return true;
    }

    public static void pause(Duration lasts) {
        try {
            var never = new CountDownLatch(1);
            if (never.await(Math.max(0, lasts.toNanos()), TimeUnit.NANOSECONDS)) {
                throw new IllegalStateException("what never comes came");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }
}
