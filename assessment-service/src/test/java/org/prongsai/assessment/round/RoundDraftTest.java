package org.prongsai.assessment.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.Given;
import org.prongsai.assessment.agency.Agency;
import org.prongsai.assessment.round.RoundRequest.Together;
import org.prongsai.contracts.assessment.AgencyChanged.Lineage;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.methodology.calendar.Schedule;
import org.prongsai.methodology.file.FrameworkFile;
import org.prongsai.web.Fault;

class RoundDraftTest {
    private static final Map<String, Agency> REGISTER =
            Given.register(Given.CHIANGMAI, "province", Given.below("imm-chiangmai", "imm-chiangkhong"), "checkpoint");

    @Test
    void a_complete_request_becomes_a_round() {
        var drafted = RoundDraft.of(request("2570-test", 5), Optional.of(Given.FRAMEWORK), REGISTER);
        assertThat(drafted.faults()).isEmpty();
        var state = drafted.state().orElseThrow();
        assertThat(state.framework()).isEqualTo("ita-immigration-2567@1");
        assertThat(state.release()).containsEntry("iit", "close").containsEntry("eit", "live");
        assertThat(state.windows()).anySatisfy(w -> assertThat(w.to()).isEqualTo("2027-06-30T17:00:00Z"));
    }

    @Test
    void k_lies_within_the_bounds_of_the_framework() {
        var strict = FrameworkFile.parse(FrameworkFile.json(Given.FRAMEWORK)
                        .replace("\"least\":3,\"default\":5,\"largest\":50", "\"least\":6,\"default\":8,\"largest\":9"))
                .orThrow();
        assertThat(RoundDraft.of(request("2570-test", null), Optional.of(strict), REGISTER)
                        .state()
                        .orElseThrow()
                        .k())
                .isEqualTo(8);
        for (int k : new int[] {5, 10})
            assertThat(RoundDraft.of(request("2570-test", k), Optional.of(strict), REGISTER)
                            .faults())
                    .containsExactly(new Fault("/k", "out-of-range", "from 6 to 9", k));
    }

    @Test
    void a_round_counts_unless_it_is_said_to_be_a_rehearsal() {
        var plain = request("2570-test", 5);
        assertThat(drafted(plain).counts()).isTrue();
        assertThat(drafted(with(plain, true, null)).counts()).isFalse();
    }

    @Test
    void units_are_joined_from_the_beginning_or_named_as_faults() {
        var plain = request("2570-test", 5);
        var good = new Together("imm-chiangmai", List.of("imm-chiangkhong"), "four people");
        assertThat(drafted(with(all(plain), null, List.of(good))).lead("imm-chiangkhong"))
                .contains("imm-chiangmai");
        assertThat(RoundDraft.of(with(plain, null, List.of(good)), Optional.of(Given.FRAMEWORK), REGISTER)
                        .faults())
                .extracting(fault -> fault.pointer() + " " + fault.reason())
                .containsExactly("/joint/0/with/0 not-participating");
    }

    @Test
    void a_unit_assessed_with_another_has_no_dates_of_its_own() {
        var plain = all(request("2570-test", 5));
        var dates = new Schedule.Deviation("imm-chiangkhong", "eit", "2027-01-01", "2027-07-31", "flood");
        var joint = List.of(new Together("imm-chiangmai", List.of("imm-chiangkhong"), "four people"));
        var request = new RoundRequest(
                plain.round(),
                plain.title(),
                plain.framework(),
                plain.participants(),
                plain.k(),
                plain.release(),
                plain.synthetic(),
                plain.calendar(),
                List.of(dates),
                null,
                joint);
        assertThat(RoundDraft.of(request, Optional.of(Given.FRAMEWORK), REGISTER)
                        .faults())
                .containsExactly(new Fault(
                        "/overrides/0/agency", "assessed-jointly", "the lead: imm-chiangmai", "imm-chiangkhong"));
    }

    @Test
    void who_does_not_exist_on_the_first_day_is_joined_to_nobody() {
        var plain = all(request("2570-test", 5));
        var joint = List.of(new Together("imm-chiangmai", List.of("imm-chiangkhong"), "four people"));
        var here = Objects.requireNonNull(REGISTER.get("imm-chiangkhong"));
        var register = new HashMap<>(REGISTER);
        register.put(
                "imm-chiangkhong",
                new Agency(
                        here.agency(),
                        here.path(),
                        here.type(),
                        null,
                        here.name(),
                        here.from(),
                        here.from().plusDays(1),
                        "provisional",
                        List.of(),
                        Lineage.NONE));
        assertThat(RoundDraft.of(with(plain, null, joint), Optional.of(Given.FRAMEWORK), register)
                        .faults())
                .extracting(fault -> fault.pointer() + " " + fault.reason())
                .containsExactly("/joint/0/with/0 not-participating");
    }

    private static RoundState drafted(RoundRequest request) {
        return RoundDraft.of(request, Optional.of(Given.FRAMEWORK), REGISTER)
                .state()
                .orElseThrow();
    }

    private static RoundRequest all(RoundRequest of) {
        return new RoundRequest(
                of.round(),
                of.title(),
                of.framework(),
                new RoundRequest.Who("immigration-bureau", null),
                of.k(),
                of.release(),
                of.synthetic(),
                of.calendar(),
                of.overrides(),
                null,
                null);
    }

    private static RoundRequest with(RoundRequest of, Boolean rehearsal, List<Together> joint) {
        return new RoundRequest(
                of.round(),
                of.title(),
                of.framework(),
                of.participants(),
                of.k(),
                of.release(),
                of.synthetic(),
                of.calendar(),
                of.overrides(),
                rehearsal,
                joint);
    }

    @Test
    void an_empty_request_names_everything_that_is_missing() {
        var nothing = new RoundRequest(null, null, null, null, null, null, null, null, null, null, null);
        assertThat(RoundDraft.of(nothing, Optional.empty(), Map.of()).faults())
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
                null,
                null,
                null);
        assertThat(RoundDraft.of(request, Optional.of(Given.FRAMEWORK), REGISTER)
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
                List.of(new Schedule.Deviation("imm-nowhere", "eit", "2027-01-01", "2027-07-15", "flood")),
                null,
                null);
        assertThat(RoundDraft.of(request, Optional.of(Given.FRAMEWORK), REGISTER)
                        .faults())
                .extracting(Fault::reason)
                .contains("invalid-slug", "out-of-range", "unknown-release", "unknown-instrument", "unknown-agency");
    }

    private static RoundRequest request(String round, @Nullable Integer k) {
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
                null,
                null,
                null);
    }
}
