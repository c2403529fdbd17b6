package org.prongsai.assessment.response;

import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.response.Outcome.Fate;

/**
 * What became of a submission in the database.
 *
 * @param beside the pool beside its place, where there is one
 */
record Written(
        Submitted submitted, Outcome outcome, @Nullable Integer beside) {

    /** Whether an answer with the same token may wait beside the place that must not any more. */
    boolean leavesBeside() {
        return beside != null && !outcome.unverified() && outcome.fate() != Fate.DRAINED;
    }
}
