package org.prongsai.seeds.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.prongsai.seeds.demo.Profile;

/** Which share of the units has which profile. */
public record Mix(Map<Profile, BigDecimal> shares) {

    public static final String USUAL = "good=0.3,mediocre=0.3,poor=0.1,too-few=0.1,honest-excellent=0.1,coached=0.1";

    /** {@code good=0.5,poor=0.5}: each profile once, the shares together exactly 1. */
    public static Mix of(String text) {
        var pairs = Pairs.of(text, "a share such as 0.25, from 0 to 1", Mix::share);
        BigDecimal sum = pairs.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(BigDecimal.ONE) != 0)
            throw new IllegalArgumentException("the shares must sum to 1, not to " + sum.toPlainString());
        return new Mix(pairs);
    }

    private static BigDecimal share(String text) {
        if (!text.matches("[01](\\.\\d{1,6})?") || new BigDecimal(text).compareTo(BigDecimal.ONE) > 0)
            throw new NumberFormatException(text);
        return new BigDecimal(text);
    }

    /** The profiles of so many units, as near to the shares as whole units can be; in the order of the list. */
    List<Profile> deal(int units) {
        List<Profile> profiles = List.copyOf(shares.keySet());
        int[] counts = Portions.of(
                units, shares.values().stream().map(BigDecimal::doubleValue).toList());
        var dealt = new ArrayList<Profile>(units);
        IntStream.range(0, counts.length).forEach(i -> dealt.addAll(Collections.nCopies(counts[i], profiles.get(i))));
        return dealt;
    }
}
