package org.prongsai.scoring.explain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.framework.Item;
import org.prongsai.methodology.score.Explaining;
import org.prongsai.methodology.score.Explanation;
import org.prongsai.methodology.score.Lift;
import org.prongsai.methodology.score.Remark;
import org.prongsai.scoring.score.Proof;

/**
 * How a unit's score came about, number by number, and what would lift it most.
 *
 * @param asOf the day (UTC) since when the score stands like this
 * @param total its children add up to it by its rule; where something is hidden, so is the exact number it is part of
 * @param lift most first; surveys of which no options are shown are left out, since the gain would tell them
 */
record UnitExplanation(
        String round,
        boolean synthetic,
        boolean rehearsal,
        String agency,
        List<String> joint,
        String framework,
        String status,
        @Nullable Instant asOf,
        Explanation total,
        List<Lifting> lift,
        List<Remark> remarks) {

    /** What an item alone would add to the total at its best. */
    record Lifting(String item, Map<String, String> text, String instrument, BigDecimal totalPoints) {

        static Lifting of(Lift lift, Framework framework) {
            var text = framework.item(lift.item()).map(Item::text).orElse(Map.of());
            return new Lifting(lift.item(), text, lift.instrument(), lift.totalPoints());
        }
    }

    static UnitExplanation of(Proof proof) {
        var score = proof.score();
        var evidence = proof.evidence();
        return new UnitExplanation(
                score.round(),
                score.synthetic(),
                score.rehearsal(),
                score.agency(),
                score.joint(),
                score.framework(),
                score.status(),
                score.asOf(),
                Explaining.shown(evidence),
                Lift.of(evidence).stream()
                        .map(each -> Lifting.of(each, evidence.framework()))
                        .toList(),
                score.remarks());
    }
}
