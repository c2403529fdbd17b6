package org.prongsai.portal.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prongsai.portal.survey.Office;

class StartViewTest {

    private static final Office.Agency AGENCY = new Office.Agency("a", Map.of("en", "A"), "province", null);

    private static Office.Line line(String instrument, String state, int questions, String lead) {
        return new Office.Line(
                "r",
                Map.of("en", "R"),
                false,
                false,
                instrument,
                "f@1",
                lead,
                state,
                Instant.EPOCH,
                Instant.EPOCH,
                List.of("th", "en"),
                questions,
                true);
    }

    @Test
    void anOfficeShowsTheSurveyThatComesFirst() {
        var view = StartView.of(
                new Office(
                        AGENCY,
                        List.of(
                                line("eit", "open", 9, null),
                                line("iit", "over", 15, null),
                                line("eit", "over", 9, null))),
                null);
        assertThat(view.state()).isEqualTo("open");
        assertThat(view.iit()).isNotNull();
        assertThat(view.eit().minutes()).isEqualTo(2);
    }

    @Test
    void anOfficeThatNobodyIsAskedAboutSaysSo() {
        var view = StartView.of(new Office(AGENCY, List.of()), null);
        assertThat(view.state()).isEqualTo("none");
    }

    @Test
    void aFewQuestionsTakeAMinute() {
        assertThat(line("eit", "open", 1, null).minutes()).isEqualTo(1);
    }

    @Test
    void whoIsAssessedWithAnotherAnswersThere() {
        assertThat(StartView.leadOf(new Office(AGENCY, List.of(line("eit", "open", 9, "b")))))
                .contains("b");
        assertThat(StartView.leadOf(new Office(AGENCY, List.of(line("eit", "open", 9, null)))))
                .isEmpty();
    }
}
