package org.prongsai.scoring.score;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A unit's score as it was kept last time. */
public record KeptScore(
        Unit unit,
        boolean participates,
        @Nullable String body,
        Columns columns,
        @Nullable Instant due,
        @Nullable Instant ended) {

    /** For which a score whose deadline passed may wait for those before it. */
    private static final Duration GRACE = Duration.ofMinutes(10);

    /** Where the unit stands now: as before while the framework that its round was moved to was not heard of. */
    public Standing next(Standing found) {
        return body != null && found.participates() && found.score() == null
                ? new Standing(unit, true, ScoreText.kept(body), null, null)
                : found;
    }

    /**
     * The moment for which it was written: a little before now if it had to be looked at again only just now, and ahead of
     * now if a clock was. A score that should have changed longer ago is judged by now, and is wrong.
     */
    public Instant judged(Instant now) {
        if (due != null && !due.isAfter(now) && now.isBefore(due.plus(GRACE))) return due.minus(1, ChronoUnit.MICROS);
        return ended != null && ended.isAfter(now) && ended.isBefore(now.plus(GRACE)) ? ended : now;
    }

    /** Null also where it is damaged. */
    @Nullable
    Score score() {
        return ScoreText.kept(body);
    }

    boolean differsFrom(Standing standing) {
        return participates != standing.participates()
                || !Objects.equals(due, standing.due())
                || !Objects.equals(ended, standing.ended())
                || !Objects.equals(body, ScoreText.write(standing.score()))
                || !columns.equals(Columns.of(standing.score()));
    }

    /** The names of what is not the same, for people: to find them takes longer than {@link #differsFrom}. */
    public List<String> differences(Standing standing) {
        var names = new ArrayList<String>();
        if (participates != standing.participates()) names.add("participates");
        if (!Objects.equals(due, standing.due())) names.add("due");
        if (!Objects.equals(ended, standing.ended())) names.add("ended");
        if (!columns.equals(Columns.of(standing.score()))) names.add("columns");
        names.addAll(ScoreText.differences(body, ScoreText.write(standing.score())));
        return names;
    }
}
