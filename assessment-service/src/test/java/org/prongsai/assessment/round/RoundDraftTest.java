package org.prongsai.assessment.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.Given;
import org.prongsai.methodology.calendar.Schedule;
import org.prongsai.web.Fault;

class RoundDraftTest {

    @Test
    void a_complete_request_becomes_a_round() {
        var drafted = RoundDraft.of(request("2570-test", 5), Optional.of(Given.FRAMEWORK), Given.CHIANGMAI::contains);
        assertThat(drafted.faults()).isEmpty();
        var state = drafted.state().orElseThrow();
        assertThat(state.framework()).isEqualTo("ita-immigration-2567@1");
        assertThat(state.release()).containsEntry("iit", "close").containsEntry("eit", "live");
        assertThat(state.windows()).anySatisfy(w -> assertThat(w.to()).isEqualTo("2027-06-30T17:00:00Z"));
    }

    @Test
    void an_empty_request_names_everything_that_is_missing() {
        var nothing = new RoundRequest(null, null, null, null, null, null, null, null, null);
        assertThat(RoundDraft.of(nothing, Optional.empty(), slug -> false).faults())
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder(
                        "/round", "/title/th", "/title/en", "/framework", "/participants/parent", "/calendar");
    }

    @Test
    void what_nobody_could_take_part_in_or_read_is_refused() {
        var request = new RoundRequest(
                "2570-test",
                Map.of("th", "ก".repeat(201), "en", "a", "klingon", "a"),
                "ita-immigration-2567@1",
                new RoundRequest.Who("immigration-bureau", List.of("province", "banana")),
                5,
                null,
                null,
                request("", 5).calendar(),
                null);
        assertThat(RoundDraft.of(request, Optional.of(Given.FRAMEWORK), Given.CHIANGMAI::contains)
                        .faults())
                .extracting(fault -> fault.pointer() + " " + fault.reason())
                .containsExactlyInAnyOrder(
                        "/title/th too-long", "/title unknown-language", "/participants/types/1 unknown-type");
    }

    @Test
    void a_survey_without_a_window_an_odd_k_and_an_unknown_release_are_named_together() {
        var request = new RoundRequest(
                "Upper Case",
                Map.of("th", "ก", "en", "a"),
                "ita-immigration-2567@1",
                new RoundRequest.Who("immigration-bureau", List.of()),
                2,
                Map.of("eit", "sometimes", "oit", "live"),
                true,
                List.of(new Schedule.Entry("eit", "2027-01-01", "2027-06-30")),
                List.of(new Schedule.Deviation("imm-nowhere", "eit", "2027-01-01", "2027-07-15", "flood")));
        assertThat(RoundDraft.of(request, Optional.of(Given.FRAMEWORK), Given.CHIANGMAI::contains)
                        .faults())
                .extracting(Fault::reason)
                .contains("invalid-slug", "out-of-range", "unknown-release", "unknown-instrument", "unknown-agency");
    }

    private static RoundRequest request(String round, int k) {
        return new RoundRequest(
                round,
                Map.of("th", "รอบทดสอบ", "en", "Test round"),
                "ita-immigration-2567@1",
                new RoundRequest.Who("immigration-bureau", List.of("province")),
                k,
                null,
                null,
                List.of(
                        new Schedule.Entry("iit", "2027-01-01", "2027-06-30"),
                        new Schedule.Entry("eit", "2027-01-01", "2027-06-30")),
                null);
    }
}
