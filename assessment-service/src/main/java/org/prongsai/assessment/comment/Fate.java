package org.prongsai.assessment.comment;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.prongsai.web.Fault;
import org.prongsai.web.Problem;
import org.prongsai.web.ProblemType;

/** What becomes of a comment that comes in. */
sealed interface Fate {

    /** Reviewers read for hours until there is room again. */
    Duration UNTIL_READ = Duration.ofHours(1);

    /** It is there for the first time. */
    record First() implements Fate {}

    /** It is there already, whatever became of it. */
    record Repeated() implements Fate {}

    /** It takes the place of what was written under the same id before, which nobody has reviewed yet. */
    record Replacing() implements Fate {}

    record Refused(Problem problem) implements Fate {}

    /**
     * @param before what was last written under the same id
     * @param closed why nobody can write now
     * @param room whether the unit may have one more that waits for its review
     */
    static Fate of(Comment comment, Optional<Stored> before, Optional<Problem> closed, boolean room) {
        if (before.filter(stored -> stored.says(comment)).isPresent()) {
            return new Repeated();
        }
        if (closed.isPresent()) {
            return new Refused(closed.get());
        }
        if (before.isPresent()) {
            return before.get().state() == State.WAITING ? new Replacing() : new Refused(reviewed());
        }
        return room ? new First() : new Refused(Problem.busy(UNTIL_READ));
    }

    private static Problem reviewed() {
        return Problem.of(ProblemType.CONFLICT, "id")
                .with(List.of(new Fault("/id", "reviewed", "another id for another comment", null)));
    }
}
