package org.prongsai.methodology.score;

import java.math.BigDecimal;
import java.util.List;
import org.prongsai.methodology.framework.Framework;

/** How many points a marked item is worth, from its worst mark to its best: less in a large group than in a small one. */
public record Stake(String item, String instrument, BigDecimal instrumentPoints, BigDecimal totalPoints) {

    public static List<Stake> of(Framework framework) {
        int places = framework.rounding().places();
        return Worth.of(framework).stream()
                .filter(each -> each.instrument().marked())
                .map(each -> new Stake(
                        each.item().code(),
                        each.instrument().code(),
                        each.instrumentPoints().rounded(places),
                        each.totalPoints().rounded(places)))
                .toList();
    }
}
