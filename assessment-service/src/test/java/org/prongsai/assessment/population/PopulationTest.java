package org.prongsai.assessment.population;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.prongsai.assessment.Given;
import org.prongsai.web.Fault;

class PopulationTest {

    @Test
    void staff_on_leave_are_registered_and_leave_n() {
        var population = Population.of(new Population.Request(301, 4001, 1, null));
        assertThat(population.eligible()).isEqualTo(300);
        assertThat(population.view(Given.FRAMEWORK.sampleRule()).minimumSample())
                .containsEntry("iit", 30)
                .containsEntry("eit", 400);
    }

    @Test
    void every_odd_number_is_named() {
        assertThat(Population.faults(new Population.Request(-1, null, 7, null)))
                .extracting(Fault::pointer)
                .containsExactly("/internal", "/external", "/onLeave");
    }
}
