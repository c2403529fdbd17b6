package org.prongsai.e2e.drill;

import java.time.Duration;

/**
 * How large a drill is.
 *
 * @param requests that are to be answered before the window may close
 * @param rounds how often everything is killed in turn
 * @param people who answer side by side
 * @param units that they answer for; each must hear of enough answers for a pool
 * @param invited staff of each of the first {@code inviting} units
 * @param pause of each person after each visit
 * @param away how long Kafka stays away the first time
 * @param margin how long the window must stay open at least whenever something is killed
 * @param lateKill whether the intake dies once more while the pools are drained
 */
record Size(
        int requests,
        int rounds,
        int people,
        int units,
        int inviting,
        int invited,
        Duration pause,
        Duration away,
        Duration margin,
        boolean lateKill) {

    /** In two minutes: the gateway's usual limits hold, and other journeys share the platform. */
    static final Size QUICK =
            new Size(2000, 1, 16, 6, 2, 60, Duration.ofMillis(60), Duration.ZERO, Duration.ofSeconds(40), false);

    static Size full(int requests) {
        return new Size(
                requests,
                Math.clamp(requests / 40_000, 1, 5),
                64,
                40,
                20,
                Math.clamp(requests / 1000, 20, 1000),
                Duration.ZERO,
                Duration.ofMinutes(1),
                Duration.ofMinutes(2),
                true);
    }
}
