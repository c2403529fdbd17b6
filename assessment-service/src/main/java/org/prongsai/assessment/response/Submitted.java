package org.prongsai.assessment.response;

import org.prongsai.assessment.pool.Place;

/** An admission on its way into its pool, judged by this version ({@code name@n}) of the framework. */
record Submitted(Admission admission, String framework) {

    Place place() {
        return admission.place();
    }
}
