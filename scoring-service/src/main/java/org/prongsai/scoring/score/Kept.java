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

    boolean differsFrom(Standing standing) {
        return participates != standing.participates()
                || !Objects.equals(due, standing.due())
                || !Objects.equals(body, ScoreText.write(standing.score()));
    }
}
