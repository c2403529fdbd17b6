package org.prongsai.scoring.score;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a unit stands in a round.
 *
 * @param score null while it takes no part or round or framework are not known
 * @param due when it must be looked at again though nothing happens
 * @param ended the end of a window that is over in this score, null where none filled anything in
 */
public record Standing(
        Unit unit,
        boolean participates,
        @Nullable Score score,
        @Nullable Instant due,
        @Nullable Instant ended) {

    public static Standing of(Grounds grounds, Instant now) {
        var round = grounds.round();
        var edition = grounds.edition();
        var agency = grounds.agency();
        if (round == null || agency == null || !grounds.participates())
            return new Standing(grounds.unit(), false, null, null, null);
        if (edition == null) return new Standing(grounds.unit(), true, null, null, null);
        Optional<Instant> until = Timetable.of(round).markedUntil(agency.path());
        var marks = Marks.of(edition.framework(), grounds.marks(), until, now);
        var score = Score.of(grounds, round, edition, marks);
        return new Standing(
                grounds.unit(),
                true,
                score,
                marks.due().orElse(null),
                marks.ended().orElse(null));
    }
}
