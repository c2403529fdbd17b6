package org.prongsai.assessment.response;

import org.prongsai.assessment.pool.Place;

/**
 * What became of an admission.
 *
 * @param unverified whether it lies beside its place
 */
record Outcome(Fate fate, boolean unverified) {

    enum Fate {
        /** The token's first answer there. */
        FIRST,
        /** Another answer in the place of the token's earlier one. */
        CHANGED,
        /** The same token with the same answers: nothing was written. */
        REPEATED,
        /** The pool has been drained, for the window is over: nothing was written, whatever it holds. */
        DRAINED
    }

    Place of(Admission admission) {
        return unverified ? admission.place().unverified() : admission.place();
    }
}
