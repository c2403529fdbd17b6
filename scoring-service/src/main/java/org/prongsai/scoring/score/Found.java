package org.prongsai.scoring.score;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prongsai.web.Fault;
import org.prongsai.web.Problem;
import org.prongsai.web.ProblemType;

/**
 * What there is to answer to one who asks for a unit's score.
 *
 * @param due when its marks change by themselves, null where they do not
 * @param lead the unit as part of which this one is assessed, null where it stands for itself
 */
record Found(
        Unit unit,
        boolean round,
        boolean agency,
        boolean participates,
        @Nullable String lead,
        @Nullable String body,
        @Nullable Instant changedAt,
        @Nullable Instant due) {

    /** Throws the refusal that says what is missing. */
    Score score() {
        if (!round) throw Problem.notFound("round", unit.round()).refusal();
        if (!agency) throw Problem.notFound("agency", unit.agency()).refusal();
        if (lead != null)
            throw Problem.assessedJointly(unit.round(), unit.agency(), lead).refusal();
        if (!participates) throw noParticipant().refusal();
        var score = ScoreText.kept(body);
        if (score == null || changedAt == null) throw Problem.unavailable().refusal();
        return score.asOf(changedAt);
    }

    /** A moment at which deadlines stand as they stood for this score, whatever the clock says since. */
    Instant moment() {
        return due == null ? Instant.MAX : due.minusNanos(1);
    }

    private Problem noParticipant() {
        return Problem.of(ProblemType.NOT_FOUND, unit.agency())
                .with(List.of(
                        new Fault("/agency", "not-participating", "a unit of round " + unit.round(), unit.agency())));
    }
}
