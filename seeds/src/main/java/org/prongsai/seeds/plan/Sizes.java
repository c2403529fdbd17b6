package org.prongsai.seeds.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.prongsai.seeds.demo.Profile;

/** How many responses each unit has. */
record Sizes(Wanted wanted, List<Drawn> units) {

    /** Enough for each of the three parts to count. */
    private static final int FEWEST = 15;

    private static final int USUAL = 170;
    /** What still is too few for any population. */
    private static final int FEW = 20;

    int[] responses() {
        return switch (wanted) {
            case Wanted.Usual _ -> each(Sizes::usual);
            case Wanted.Each(var given) -> each(given);
            case Wanted.Total(int responses) -> total(responses);
        };
    }

    /** Whoever says how many answers good units have expects good units. */
    private int[] each(Map<Profile, Integer> given) {
        Set<Profile> there = units.stream().map(Drawn::profile).collect(Collectors.toSet());
        List<String> absent = given.keySet().stream()
                .filter(profile -> !there.contains(profile))
                .map(Profile::code)
                .sorted()
                .toList();
        if (!absent.isEmpty())
            throw new IllegalArgumentException(
                    "--responses names %s, and none of the %,d units has that profile; leave it out, or change --profiles or --units"
                            .formatted(String.join(", ", absent), units.size()));
        return each(unit -> given.getOrDefault(unit.profile(), usual(unit)));
    }

    private int[] each(ToIntFunction<Drawn> size) {
        long sum = units.stream().mapToLong(size::applyAsInt).sum();
        if (sum > Wanted.MOST)
            throw new IllegalArgumentException(
                    "--responses: all units together would have %,d, and at most are %,d; name a smaller number"
                            .formatted(sum, Wanted.MOST));
        return units.stream().mapToInt(size).toArray();
    }

    private static int usual(Drawn unit) {
        return unit.tooFew() ? (int) (6 + unit.luck().roll("size") * (FEW - 5)) : (int) (USUAL * unit.size());
    }

    /** First each unit gets what makes it what it is, as long as there is enough; the rest grows with the size of the unit. */
    private int[] total(int responses) {
        var sizes = new int[units.size()];
        int left = responses;
        for (int i = 0; i < sizes.length; i++) {
            Drawn unit = units.get(i);
            int least = unit.tooFew() ? usual(unit) : FEWEST;
            if (unit.tooFew() || left >= least) sizes[i] = Math.min(left, least);
            left -= sizes[i];
        }
        return spread(left, sizes);
    }

    private int[] spread(int left, int[] sizes) {
        List<Integer> growing = growing(sizes);
        if (left > 0 && growing.isEmpty())
            throw new IllegalArgumentException(
                    "--responses leaves %,d that no unit can take: where all units have too few answers, each takes at most %d; ask for fewer, for more --units, or for other --profiles"
                            .formatted(left, FEW));
        int[] more =
                Portions.of(left, growing.stream().map(i -> units.get(i).size()).toList());
        for (int i = 0; i < more.length; i++) sizes[growing.get(i)] += more[i];
        return sizes;
    }

    /** Those that have begun; with too few responses even for one of them, the first has them all. */
    private List<Integer> growing(int[] sizes) {
        List<Integer> able = IntStream.range(0, sizes.length)
                .filter(i -> !units.get(i).tooFew())
                .boxed()
                .toList();
        List<Integer> begun = able.stream().filter(i -> sizes[i] > 0).toList();
        return begun.isEmpty() ? able.stream().limit(1).toList() : begun;
    }
}
