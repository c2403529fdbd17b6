package org.prongsai.seeds.demo;

/**
 * Chance that repeats itself: the same path and question give the same throw, in whatever order they are asked. A path is
 * kept as its hash (FNV-1a), so that going one step further costs only that step.
 */
public record Dice(long hash) {

    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    public static Dice of(String seed) {
        return new Dice(mixed(BASIS, seed));
    }

    public Dice to(String step) {
        return new Dice(mixed(slash(), step));
    }

    /** As its decimal digits would be. */
    Dice to(int number) {
        long here = slash();
        int unit = 1;
        while (number / unit >= 10) unit *= 10;
        for (; unit > 0; unit /= 10) here = mixed(here, (char) ('0' + number / unit % 10));
        return new Dice(here);
    }

    /** Evenly spread over [0, 1). */
    public double roll(String question) {
        return to(question).finished();
    }

    /** Normally spread around 0 with a standard deviation of 1; the same on every machine. */
    double bell(String question) {
        Dice here = to(question);
        return StrictMath.sqrt(-2 * StrictMath.log(1 - here.roll("radius")))
                * StrictMath.cos(2 * Math.PI * here.roll("angle"));
    }

    /** The finish of SplitMix64, so that neighbours in name are strangers in number. */
    private double finished() {
        long mix = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        mix = (mix ^ (mix >>> 27)) * 0x94d049bb133111ebL;
        return ((mix ^ (mix >>> 31)) >>> 11) * 0x1.0p-53;
    }

    private long slash() {
        return mixed(hash, '/');
    }

    private static long mixed(long hash, String text) {
        long here = hash;
        for (int i = 0; i < text.length(); i++) here = mixed(here, text.charAt(i));
        return here;
    }

    private static long mixed(long hash, char letter) {
        return (hash ^ letter) * PRIME;
    }
}
