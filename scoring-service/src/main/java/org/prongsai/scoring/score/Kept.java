package org.prongsai.scoring.score;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A unit's score as it was kept last time. */
record Kept(
        Unit unit,
        boolean participates,
        @Nullable String body,
        @Nullable Instant due) {

    /** Where the unit stands now: as before while the framework that its round was moved to was not heard of. */
    Standing next(Standing found) {
        return body != null && found.participates() && found.score() == null
                ? new Standing(unit, true, ScoreText.read(body), null)
                : found;
    }

    boolean differsFrom(Standing standing) {
        return participates != standing.participates()
                || !Objects.equals(due, standing.due())
                || !Objects.equals(body, ScoreText.write(standing.score()));
    }
}
