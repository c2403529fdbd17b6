package org.prongsai.seeds.plan;

import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.prongsai.seeds.demo.Dice;
import org.prongsai.seeds.demo.Profile;

/** How many responses each unit has. */
record Sizes(String seed, Wanted wanted, List<Profile> profiles, List<String> agencies) {

    /** Enough for each of the three parts to count. */
    private static final int FEWEST = 15;

    private static final int USUAL = 170;
    /** What still is too few for any population. */
    private static final int FEW = 20;

    int[] responses() {
        return switch (wanted) {
            case Wanted.Usual _ -> each(this::usual);
            case Wanted.Each(var given) -> within(each(unit -> given.getOrDefault(profiles.get(unit), usual(unit))));
            case Wanted.Total(int responses) -> total(responses);
        };
    }

    private int[] each(IntUnaryOperator size) {
        return IntStream.range(0, profiles.size()).map(size).toArray();
    }

    private static int[] within(int[] sizes) {
        long sum = IntStream.of(sizes).asLongStream().sum();
        if (sum > Wanted.MOST)
            throw new IllegalArgumentException(
                    "--responses makes %,d responses in all units together: at most %,d".formatted(sum, Wanted.MOST));
        return sizes;
    }

    private boolean few(int unit) {
        return profiles.get(unit) == Profile.TOO_FEW;
    }

    private double luck(int unit) {
        return Dice.of(seed).to("plan").to(agencies.get(unit)).roll("size");
    }

    private int usual(int unit) {
        return few(unit) ? (int) (6 + luck(unit) * (FEW - 5)) : (int) (USUAL * (0.6 + 0.9 * luck(unit)));
    }

    /** First each unit gets what makes it what it is, as long as there is enough; the rest grows with the size of the unit. */
    private int[] total(int responses) {
        var sizes = new int[profiles.size()];
        int left = responses;
        for (int unit = 0; unit < sizes.length; unit++) {
            int least = few(unit) ? usual(unit) : FEWEST;
            if (few(unit) || left >= least) sizes[unit] = Math.min(left, least);
            left -= sizes[unit];
        }
        return spread(left, sizes);
    }

    private int[] spread(int left, int[] sizes) {
        List<Integer> grown = IntStream.range(0, sizes.length)
                .filter(unit -> !few(unit) && sizes[unit] > 0)
                .boxed()
                .toList();
        List<Integer> growing = !grown.isEmpty() ? grown : firstOfMany();
        if (left > 0 && growing.isEmpty())
            throw new IllegalArgumentException(
                    "--responses leaves %,d that no unit can take: where all units have too few answers, each takes at most %d; ask for fewer, for more --units, or for other --profiles"
                            .formatted(left, FEW));
        int[] more = Portions.of(
                left, growing.stream().map(unit -> 0.6 + 0.9 * luck(unit)).toList());
        for (int i = 0; i < more.length; i++) sizes[growing.get(i)] += more[i];
        return sizes;
    }

    /** With too few responses even for one unit, one unit has them. */
    private List<Integer> firstOfMany() {
        return IntStream.range(0, profiles.size())
                .filter(unit -> !few(unit))
                .limit(1)
                .boxed()
                .toList();
    }
}
