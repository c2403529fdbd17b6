package org.prongsai.assessment.group;

/**
 * How much shares a commit.
 *
 * @param lanes commits that may be under way at once; a key always takes the same lane
 * @param batch most in one commit
 * @param waiting most that wait for their commit in all lanes; whoever comes after them is told to come again
 */
public record Sizes(int lanes, int batch, int waiting) {

    /** @throws IllegalArgumentException one is too small; it names {@code prefix} and the value */
    public Sizes checked(String prefix) {
        demand(prefix + ".lanes", lanes, 1);
        demand(prefix + ".batch", batch, 1);
        demand(prefix + ".waiting", waiting, lanes);
        return this;
    }

    private static void demand(String key, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException("%s is %d, expected %d or more".formatted(key, value, least));
        }
    }
}
