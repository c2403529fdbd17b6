package org.prongsai.assessment.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.Given;
import org.prongsai.assessment.agency.Agency;
import org.prongsai.assessment.round.RoundRequest.Together;
import org.prongsai.contracts.assessment.RoundState.Joint;
import org.prongsai.web.Fault;

class JointDraftTest {

    private static final List<String> DIVISIONS = List.of("training", "academy");
    private static final Map<String, Agency> REGISTER = Stream.of(
                    "nan", "huaikon", "phrae", "tak", "training", "academy")
            .collect(Collectors.toMap(
                    name -> name,
                    name -> Given.agency(List.of("root", name), DIVISIONS.contains(name) ? "division" : "province")));

    private static JointDraft draft(Together... groups) {
        return JointDraft.of(List.of(groups), REGISTER, agency -> agency.type().equals("province"));
    }

    private static Together together(String lead, String... with) {
        return new Together(lead, List.of(with), "four people");
    }

    private static List<String> faults(Together... groups) {
        return draft(groups).faults().stream()
                .map(fault -> fault.pointer() + " " + fault.reason())
                .toList();
    }

    @Test
    void small_units_are_assessed_with_a_lead() {
        var draft = draft(together("nan", "huaikon"), together("tak", "phrae"));
        assertThat(draft.faults()).isEmpty();
        assertThat(draft.joint())
                .containsExactly(
                        new Joint("nan", List.of("huaikon"), "four people"),
                        new Joint("tak", List.of("phrae"), "four people"));
        assertThat(JointDraft.of(null, REGISTER, agency -> true).joint()).isEmpty();
    }

    @Test
    void everything_that_is_missing_is_named_at_once() {
        assertThat(faults(new Together(null, null, null), new Together("nan", List.of("huaikon"), " ")))
                .containsExactly(
                        "/joint/0/agency unknown-agency",
                        "/joint/0/with missing",
                        "/joint/0/reason invalid-reason",
                        "/joint/1/reason invalid-reason");
    }

    @Test
    void whoever_takes_no_part_is_assessed_with_nobody() {
        assertThat(faults(together("training", "moon"), together("nan", "academy")))
                .containsExactly(
                        "/joint/0/agency not-participating",
                        "/joint/0/with/0 unknown-agency",
                        "/joint/1/with/0 not-participating");
    }

    @Test
    void nobody_is_named_twice() {
        assertThat(faults(together("nan", "huaikon", "huaikon"), together("phrae", "huaikon"), together("nan", "tak")))
                .containsExactly(
                        "/joint/0/with/1 named-twice", "/joint/1/with/0 named-twice", "/joint/2/agency named-twice");
    }

    @Test
    void a_lead_is_part_of_nobody_else_and_not_of_itself() {
        assertThat(faults(together("nan", "nan"), together("phrae", "tak"), together("tak", "huaikon")))
                .containsExactly("/joint/0/with/0 is-lead", "/joint/1/with/0 is-lead");
    }

    @Test
    void who_stands_beside_above_or_below_is_a_neighbour_and_nobody_else() {
        var register = Stream.of(
                        List.of("root", "nan"),
                        List.of("root", "nan", "huaikon"),
                        List.of("root", "nan", "huaikon", "desk"),
                        List.of("root", "tak"),
                        List.of("root", "tak", "mae-sot"))
                .collect(Collectors.toMap(List::getLast, path -> Given.agency(path, "province")));
        var good = List.of(together("nan", "huaikon"), together("huaikon", "nan"), together("nan", "tak"));
        for (var group : good)
            assertThat(JointDraft.of(List.of(group), register, agency -> true).faults())
                    .isEmpty();
        var far = List.of(
                together("tak", "nan", "huaikon"),
                together("nan", "tak", "desk"),
                together("mae-sot", "nan", "huaikon"));
        assertThat(JointDraft.of(far.subList(0, 1), register, agency -> true).faults())
                .containsExactly(new Fault(
                        "/joint/0/with/1",
                        "not-neighbours",
                        "a unit beside tak, directly above it or directly below it",
                        "huaikon"));
        assertThat(JointDraft.of(far.subList(1, 2), register, agency -> true).faults())
                .extracting(Fault::pointer)
                .containsExactly("/joint/0/with/1");
        assertThat(JointDraft.of(far.subList(2, 3), register, agency -> true).faults())
                .extracting(Fault::reason)
                .containsExactly("not-neighbours", "not-neighbours");
    }

    @Test
    void there_is_a_most_of_groups_members_and_letters() {
        var members = Collections.nCopies(11, "moon");
        var groups = IntStream.range(0, 201)
                .mapToObj(n -> together("nan", "huaikon"))
                .toArray(Together[]::new);
        assertThat(faults(new Together("nan", members, "x".repeat(501))))
                .contains("/joint/0/with too-many", "/joint/0/reason invalid-reason");
        assertThat(faults(groups)).contains("/joint too-many");
        assertThat(faults(new Together("nan", List.of("huaikon"), "x".repeat(500))))
                .isEmpty();
    }
}
