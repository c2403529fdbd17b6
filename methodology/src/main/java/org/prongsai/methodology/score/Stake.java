package org.prongsai.methodology.score;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.framework.Indicator;
import org.prongsai.methodology.framework.Instrument;

/** How many points a marked item is worth, from its worst mark to its best: less in a large group than in a small one. */
public record Stake(String item, String instrument, BigDecimal instrumentPoints, BigDecimal totalPoints) {

    public static List<Stake> of(Framework framework) {
        return framework.instruments().stream()
                .filter(Instrument::marked)
                .flatMap(instrument -> of(framework, instrument))
                .toList();
    }

    private static Stream<Stake> of(Framework framework, Instrument instrument) {
        var range = Ratio.of((long) Collections.max(instrument.marks()) - Collections.min(instrument.marks()));
        var each = range.over(instrument.indicators().size());
        return instrument.indicators().stream().flatMap(indicator -> of(framework, instrument, indicator, each));
    }

    private static Stream<Stake> of(Framework framework, Instrument instrument, Indicator indicator, Ratio worth) {
        int places = framework.rounding().places();
        var weight = Ratio.of(instrument.weight());
        var groups = indicator.groups();
        return groups.stream().flatMap(group -> {
            var points = worth.over(groups.size()).over(group.size());
            return group.stream()
                    .map(item -> new Stake(
                            item.code(),
                            instrument.code(),
                            points.rounded(places),
                            points.times(weight).rounded(places)));
        });
    }
}
