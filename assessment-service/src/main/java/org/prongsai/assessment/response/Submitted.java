package org.prongsai.assessment.response;

import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.pool.Place;

/** An admission on its way into its pool, judged by this version ({@code name@n}) of the framework. */
record Submitted(Admission admission, String framework) {

    Place place() {
        return admission.place();
    }

    /** The part beside it, for what nothing vouched for; otherwise null. */
    @Nullable
    String beside() {
        return admission.unverified() ? place().unverified().part() : null;
    }

    String token() {
        return admission.tokenHash().hex();
    }
}
