package org.prongsai.assessment.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.Given;
import org.prongsai.assessment.Unit;
import org.prongsai.assessment.pool.Office;
import org.prongsai.assessment.pool.Place;
import org.prongsai.assessment.response.Intake.Decision.Admitted;
import org.prongsai.assessment.survey.SurveyReader;
import org.prongsai.assessment.traffic.TrafficReader;
import reactor.core.publisher.Mono;

/** What counts as load on a unit's counter. */
class IntakeWriterIT {

    private final AssessmentWorld world = AssessmentWorld.get();
    private final Office office = Office.open("imm-counted-load-" + System.nanoTime());

    @Test
    void new_answers_do_and_so_do_those_of_whoever_hangs_up_but_no_repeats() {
        admit(1, 0).block();
        admit(1, 0).block();
        admit(1, 1).block();
        assertThat(came()).isEqualTo(1);
        admit(2, 0).subscribe().dispose();
        assertThat(came()).isEqualTo(2);
    }

    private Mono<Outcome> admit(int visitor, int option) {
        var survey = world.context()
                .getBean(SurveyReader.class)
                .ofUnit(office.round(), office.agency(), "eit")
                .block();
        var place = new Place(office.round(), office.agency(), "eit", "1");
        var token = Token.open(office.token(visitor)).orElseThrow();
        var admission = new Admission(place, token.hashAt(place), Given.answers("eit", option), false);
        var submission = new Submission("eit", "1", "th", null, null, null, null, null, null);
        return world.context()
                .getBean(IntakeWriter.class)
                .admit(Objects.requireNonNull(survey), new Admitted(admission), Backing.NONE, submission);
    }

    private int came() {
        var unit = new Unit(office.round(), office.agency());
        return Objects.requireNonNull(world.context()
                        .getBean(TrafficReader.class)
                        .pressure(unit)
                        .block())
                .came();
    }
}
