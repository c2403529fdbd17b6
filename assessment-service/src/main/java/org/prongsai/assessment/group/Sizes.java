package org.prongsai.assessment.group;

import java.time.Duration;

/**
 * How much shares a commit.
 *
 * @param lanes commits that may be under way at once; a key always takes the same lane
 * @param batch most in one commit
 * @param waiting most that wait for their commit in all lanes; whoever comes after them is told to come again
 * @param apart least time from one commit of a lane to its next: more gather meanwhile, and one that comes alone does not wait
 */
public record Sizes(int lanes, int batch, int waiting, Duration apart) {

    private static final Duration LONGEST = Duration.ofSeconds(1);

    /** One commit as soon as the last one is done. */
    public Sizes(int lanes, int batch, int waiting) {
        this(lanes, batch, waiting, Duration.ZERO);
    }

    /** @throws IllegalArgumentException one is too small; it names {@code prefix} and the value */
    public Sizes checked(String prefix) {
        demand(prefix + ".lanes", lanes, 1);
        demand(prefix + ".batch", batch, 1);
        demand(prefix + ".waiting", waiting, lanes);
        if (apart.isNegative() || apart.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "%s.apart is %s, expected from 0 to %s".formatted(prefix, apart, LONGEST));
        }
        return this;
    }

    private static void demand(String key, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException("%s is %d, expected %d or more".formatted(key, value, least));
        }
    }
}
