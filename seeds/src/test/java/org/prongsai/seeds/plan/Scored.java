package org.prongsai.seeds.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.score.Evidence;
import org.prongsai.methodology.score.Scorecard;
import org.prongsai.methodology.tally.Tally;
import org.prongsai.seeds.demo.Demonstration;
import org.prongsai.seeds.demo.Pool;
import org.prongsai.seeds.demo.Unit;

/** Scores a made-up unit as the platform would. */
final class Scored {

    private static final int K = 5;

    private Scored() {}

    static Scorecard of(String seed, Framework framework, Unit unit) {
        var demonstration = new Demonstration(seed, framework, List.of(unit));
        var tallies = new HashMap<String, Map<String, Tally>>();
        unit.pools().forEach(pool -> tallies.computeIfAbsent(pool.instrument(), _ -> new HashMap<>())
                .put(pool.part(), tally(demonstration, pool)));
        var marks = new HashMap<String, Integer>();
        demonstration
                .marks()
                .map(line -> line.split(","))
                .forEach(line -> marks.put(line[1], Integer.valueOf(line[2])));
        var population = Map.<String, Integer>of("iit", unit.internal(), "eit", unit.external());
        return Scorecard.of(Evidence.of(framework, K, tallies, new HashMap<>(marks), new HashMap<>(population)));
    }

    private static Tally tally(Demonstration demonstration, Pool pool) {
        return demonstration
                .sheets(pool, 100)
                .reduce(
                        Tally.empty(demonstration.form(pool.instrument())),
                        (tally, sheets) -> tally.plusAll(sheets),
                        Tally::merge);
    }
}
