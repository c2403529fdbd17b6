package org.prongsai.gateway;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition, not for a time. */
final class Waiting {
    private Waiting() {}

    static void until(Duration patience, BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not within " + patience);
            }
            rest();
        }
    }

    static void untilAsserted(Duration patience, Runnable assertion) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                assertion.run();
                return;
            } catch (AssertionError notYet) {
                if (System.nanoTime() > end) throw notYet;
            }
            rest();
        }
    }

    private static void rest() {
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
}
