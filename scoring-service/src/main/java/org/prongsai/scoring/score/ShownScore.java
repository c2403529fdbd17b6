package org.prongsai.scoring.score;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.prongsai.scoring.history.Official;

/**
 * A score beside what the authority published of the same agency. Neither is part of the other; a rehearsal is held
 * against nothing.
 *
 * @param official of the round's fiscal year
 * @param earlier the newest one of a year before
 */
record ShownScore(
        @JsonUnwrapped Score score,
        @Nullable Official official,
        @Nullable Official earlier) {

    static ShownScore of(Score score, Official.Pair published) {
        return new ShownScore(score, published.official(), published.earlier());
    }
}
