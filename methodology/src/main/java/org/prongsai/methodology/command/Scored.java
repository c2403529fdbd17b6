package org.prongsai.methodology.command;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.score.Evidence;
import org.prongsai.methodology.score.Explaining;
import org.prongsai.methodology.score.Explanation;
import org.prongsai.methodology.score.Gap;
import org.prongsai.methodology.score.Lift;
import org.prongsai.methodology.score.Scorecard;

/** One unit's score with what explains it. */
record Scored(
        String agency,
        @JsonUnwrapped Scorecard card,
        @Nullable Explanation explanation,
        @Nullable Gap gap,
        List<Lift> lifts) {
    private static final int LIFTS = 10;

    static Scored of(String agency, Evidence evidence, boolean explained) {
        var card = Scorecard.of(evidence);
        return new Scored(
                agency,
                card,
                explained ? Explaining.of(evidence) : null,
                Gap.of(evidence.framework(), card).orElse(null),
                explained ? Lift.of(evidence).stream().limit(LIFTS).toList() : List.of());
    }
}
