package org.prongsai.scoring.explain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.score.Breakdown;
import org.prongsai.methodology.score.PartScore;
import org.prongsai.methodology.score.Remark;
import org.prongsai.methodology.score.Visibility;
import org.prongsai.scoring.score.Proof;

/**
 * A unit's instruments down to what was answered and marked.
 *
 * @param k how few answers of a part are shown as their number only
 * @param asOf the day (UTC) since when the score stands like this
 */
record UnitBreakdown(
        String round,
        boolean synthetic,
        boolean rehearsal,
        String agency,
        List<String> joint,
        String framework,
        String status,
        @Nullable Instant asOf,
        int k,
        List<Breakdown> instruments,
        List<Remark> remarks) {

    static UnitBreakdown of(Proof proof) {
        var score = proof.score();
        var instruments = Breakdown.of(proof.evidence(), proof.unfiled()).stream()
                .map(each -> withUnverified(each, proof))
                .toList();
        return new UnitBreakdown(
                score.round(),
                score.synthetic(),
                score.rehearsal(),
                score.agency(),
                score.joint(),
                score.framework(),
                score.status(),
                score.asOf(),
                proof.k(),
                instruments,
                score.remarks());
    }

    /** What nothing vouched for is no part of the framework, and shown by its number alone. */
    private static Breakdown withUnverified(Breakdown of, Proof proof) {
        var known = of.parts().stream().map(Breakdown.Part::code).toList();
        var others = proof.score().instruments().stream()
                .filter(each -> each.code().equals(of.code()))
                .flatMap(each -> each.parts().stream())
                .filter(part -> !known.contains(part.code()))
                .map(UnitBreakdown::number);
        return of.with(Stream.concat(of.parts().stream(), others).toList());
    }

    private static Breakdown.Part number(PartScore of) {
        return new Breakdown.Part(
                of.code(),
                Map.of(),
                null,
                false,
                of.responses(),
                Visibility.HIDDEN,
                null,
                new Breakdown.Cover("unverified", List.of()),
                null,
                List.of());
    }
}
