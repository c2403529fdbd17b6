package org.prongsai.assessment.draw;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prongsai.web.Etag;
import org.prongsai.web.Problem;

/**
 * How far drawing for a unit has come, whatever became of what was drawn.
 *
 * @param number of the latest draw, 0 before the first
 */
record LastDraw(long number, long draws) {

    Etag tag() {
        return new Etag("\"%d-%d\"".formatted(number, draws));
    }

    /** Why somebody who saw this may not draw: somebody else has drawn meanwhile. Who does not say what he saw may. */
    Optional<Problem> refuse(@Nullable String ifMatch) {
        return ifMatch == null || ifMatch.isBlank() ? Optional.empty() : tag().refuse(ifMatch);
    }
}
