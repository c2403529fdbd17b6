package org.prongsai.scoring.tally;

import org.prongsai.contracts.assessment.ResponsesReleased;
import org.prongsai.scoring.score.Unit;

/** Whose answers are summed up together. */
public record TallyKey(String round, String agency, String instrument, String part) {

    static TallyKey of(ResponsesReleased release) {
        return new TallyKey(release.round(), release.agency(), release.instrument(), release.part());
    }

    public Unit unit() {
        return new Unit(round, agency);
    }
}
