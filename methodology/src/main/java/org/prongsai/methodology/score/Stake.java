package org.prongsai.methodology.score;

import java.math.BigDecimal;
import java.util.List;
import org.prongsai.methodology.framework.Framework;

/** How many points an item is worth, from its worst mark or answers to its best: less in a large group than in a small one. */
public record Stake(String item, String instrument, BigDecimal instrumentPoints, BigDecimal totalPoints) {

    /** Of every marked item. */
    public static List<Stake> of(Framework framework) {
        return Worth.of(framework).stream()
                .filter(each -> each.instrument().marked())
                .map(each -> of(each, framework.rounding().places()))
                .toList();
    }

    public static Stake of(Worth worth, int places) {
        return new Stake(
                worth.item().code(),
                worth.instrument().code(),
                worth.instrumentPoints().rounded(places),
                worth.totalPoints().rounded(places));
    }
}
