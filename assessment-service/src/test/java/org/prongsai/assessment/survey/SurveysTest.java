package org.prongsai.assessment.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.Given;
import org.prongsai.assessment.round.Round;
import org.prongsai.contracts.assessment.RoundState.StepOverride;

class SurveysTest {

    private final Surveys surveys = new Surveys();
    private final Round round = new Round(Given.state(), 1);

    @Test
    void a_survey_is_made_once_for_a_place_and_a_version_of_its_round() {
        var first = surveys.of(round, Given.FRAMEWORK, "eit", Given.CHIANGMAI);
        assertThat(surveys.of(round, Given.FRAMEWORK, "eit", Given.CHIANGMAI)).isSameAs(first);
        assertThat(surveys.of(round, Given.FRAMEWORK, "eit", List.of("elsewhere"))
                        .orElseThrow()
                        .form())
                .isSameAs(first.orElseThrow().form());
        assertThat(surveys.of(round, Given.FRAMEWORK, "iit", Given.CHIANGMAI)
                        .orElseThrow()
                        .instrument())
                .isEqualTo("iit");
        assertThat(surveys.of(round, Given.FRAMEWORK, "oit", Given.CHIANGMAI)).isEmpty();
    }

    @Test
    void another_version_of_the_round_has_windows_of_its_own() {
        var before = surveys.of(round, Given.FRAMEWORK, "eit", Given.CHIANGMAI).orElseThrow();
        var longer = Given.state(
                new StepOverride("imm-chiangmai", "eit", Given.OPENS, Given.CLOSES.plusSeconds(3600), "flood"));
        var after = surveys.of(new Round(longer, 2), Given.FRAMEWORK, "eit", Given.CHIANGMAI)
                .orElseThrow();
        assertThat(after.window().to()).isEqualTo(before.window().to().plusSeconds(3600));
    }
}
