package org.prongsai.portal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prongsai.portal.speech.Words;
import org.prongsai.portal.speech.WordsReader;
import org.prongsai.portal.survey.Told;
import org.prongsai.portal.unit.Population;

class PopulationFormTest {

    private static final Population NOW = new Population(40, 200, 2, Map.of(), "\"7\"");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"45|45", "' 1,200 '|1200", "๔๕|45", "10,000,000|10000000", "0|0"})
    void numbersAreReadAsPeopleWriteThem(String typed, int number) {
        assertThat(Count.typed(typed)).hasValue(number);
    }

    @ParameterizedTest
    @CsvSource({"abc", "-1", "4.5", "'1,2'", "1 2", "9999999999", "''"})
    void whatIsNoNumberIsNone(String typed) {
        assertThat(Count.typed(typed)).isEmpty();
    }

    @Test
    void everyFieldThatIsWrongIsNamed() {
        var form = new PopulationForm("many", "", "x", "", "");
        assertThat(form.faults().all())
                .extracting(FormFault::field, FormFault::key)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("internal", "count-unreadable"),
                        org.assertj.core.groups.Tuple.tuple("external", "count-missing-external"),
                        org.assertj.core.groups.Tuple.tuple("onLeave", "count-unreadable"));
    }

    @Test
    void nobodyIsOnLeaveWhereNothingIsTyped() {
        assertThat(new PopulationForm("45", "300", "", "", "").request())
                .isEqualTo(new Population.Request(45, 300, 0, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/internal|fewer-than-invited|at least 12, as many as were invited|fewer-invited|12",
                "/internal|raised-after-draw|the authority, with a reason|raised-after-draw|",
                "/onLeave|more-than-staff|at most 45|leave-more|45",
                "/external|out-of-range|from 0 to 10000000|count-range|",
                "/reason|missing|why|reason-missing|",
                "/reason|too-long|at most 500 characters|reason-long|500",
                "/external|something-new|?|count-range|"
            })
    void whatTheServiceSaysStandsByItsField(String pointer, String reason, String expected, String key, Integer n) {
        var told = told(422, "invalid-population", new Told.Fault(pointer, reason, expected, null, null));
        var fault = PopulationForm.faults(told, NOW).orElseThrow().all().getFirst();
        assertThat(fault.field()).isEqualTo(pointer.substring(1));
        assertThat(fault.key()).isEqualTo(key);
        if (n != null) assertThat(fault.gaps().get("n")).isEqualTo(n);
        for (var code : Words.EVERYWHERE) {
            assertThat(fault.in(WordsReader.words().speech(code, null, Words.EVERYWHERE)))
                    .doesNotContain("{");
        }
    }

    @Test
    void whoeverIsLateIsToldWhatStandsThereNow() {
        var fault = PopulationForm.faults(told(412, "stale"), NOW)
                .orElseThrow()
                .all()
                .getFirst();
        assertThat(fault.key()).isEqualTo("population-stale");
        assertThat(fault.gaps()).isEqualTo(Map.of("internal", 40, "external", 200, "leave", 2));
        assertThat(new PopulationForm("45", "300", "0", "", "\"6\"").on(NOW).tag())
                .isEqualTo("\"7\"");
    }

    @Test
    void whatIsNotAboutTheFormIsLeftToThePage() {
        assertThat(PopulationForm.faults(told(403, "not-yours"), NOW)).isEmpty();
        assertThat(PopulationForm.faults(told(503, "unavailable"), NOW)).isEmpty();
    }

    private static Told told(int status, String type, Told.Fault... faults) {
        return new Told(status, type, "", 0, List.of(faults));
    }
}
