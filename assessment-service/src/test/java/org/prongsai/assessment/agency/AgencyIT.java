package org.prongsai.assessment.agency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.prongsai.assessment.AssessmentWorld;

class AgencyIT {
    private final AssessmentWorld world = AssessmentWorld.get();

    @Test
    void isThere() {
        world.agencies("it-root,,bureau", "it-child,it-root,division");
        assertThat(world.get("/api/v1/agencies/it-child").json().path("path").toString())
                .isEqualTo("[\"it-root\",\"it-child\"]");
    }
}
