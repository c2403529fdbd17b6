package org.prongsai.assessment.amendment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.Given;
import org.prongsai.assessment.amendment.Joining.Facts;
import org.prongsai.assessment.round.Amended;
import org.prongsai.assessment.round.Round;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.contracts.assessment.RoundState.Joint;
import org.prongsai.contracts.assessment.RoundState.StepOverride;
import org.prongsai.contracts.assessment.RoundState.StepWindow;
import org.prongsai.contracts.assessment.UnitsJoined;

class JoiningTest {

    private static final Joint NAN = new Joint("nan", List.of("huaikon"), "four people");
    private static final Joint TAK = new Joint("tak", List.of("mae-sot", "umphang"), "three people");
    private static final Facts NOTHING = new Facts(Map.of(), Set.of(), Set.of());

    private static Amended change(RoundState before, List<Joint> wanted, Facts facts, Instant now) {
        return new Joining(new Round(before, 1), wanted).decide(facts, now);
    }

    private static RoundState joined(Joint... joint) {
        return Given.state().withJoint(List.of(joint));
    }

    private static List<String> faults(Amended decision) {
        return decision.faults().stream()
                .map(fault -> fault.pointer() + " " + fault.reason() + " " + fault.actual())
                .toList();
    }

    @Test
    void units_that_did_nothing_yet_are_joined_and_that_is_told_with_the_whole_round() {
        var decision = change(Given.state(), List.of(NAN), NOTHING, Given.NOON);
        assertThat(decision.faults()).isEmpty();
        assertThat(decision.state().joint()).containsExactly(NAN);
        assertThat(decision.events()).singleElement().isEqualTo(new UnitsJoined(decision.state()));
    }

    @Test
    void whoever_registered_or_answered_alone_stays_alone() {
        var facts = new Facts(Map.of(), Set.of("nan", "mae-sot"), Set.of("umphang", "mae-sot"));
        assertThat(faults(change(Given.state(), List.of(NAN, TAK), facts, Given.NOON)))
                .containsExactly(
                        "/joint/1/with/0 population-registered mae-sot",
                        "/joint/1/with/0 answered mae-sot",
                        "/joint/0/agency population-registered nan",
                        "/joint/1/with/1 answered umphang");
    }

    @Test
    void what_was_done_together_is_not_taken_apart_nor_grown() {
        var facts = new Facts(Map.of(), Set.of("nan"), Set.of());
        var grown = new Joint("nan", List.of("huaikon", "phrae"), "four people");
        assertThat(faults(change(joined(NAN), List.of(), facts, Given.NOON)))
                .containsExactly("/joint population-registered nan");
        assertThat(faults(change(joined(NAN), List.of(grown), facts, Given.NOON)))
                .containsExactly("/joint/0/agency population-registered nan");
    }

    @Test
    void what_others_did_and_other_words_for_the_same_stand_in_nobodys_way() {
        var facts = new Facts(Map.of(), Set.of("nan", "huaikon"), Set.of("nan"));
        var reworded = new Joint("nan", List.of("huaikon"), "a staff of four");
        assertThat(change(joined(NAN), List.of(reworded, TAK), facts, Given.NOON)
                        .faults())
                .isEmpty();
        assertThat(new Joining(
                                new Round(joined(TAK), 1),
                                List.of(new Joint("tak", TAK.with().reversed(), "x")))
                        .units())
                .isEmpty();
    }

    @Test
    void once_a_unit_may_file_nobody_joins_it() {
        var state = Given.state(new StepOverride("division", "oit", Given.CLOSES, Given.CLOSES.plusSeconds(9), "late"));
        var filing = state.withCalendar(
                Stream.concat(state.windows().stream(), Stream.of(new StepWindow("oit", Given.NOON, Given.CLOSES)))
                        .toList(),
                state.overrides());
        var paths = Map.of("nan", List.of("root", "nan"), "huaikon", List.of("root", "division", "huaikon"));
        var facts = new Facts(paths, Set.of(), Set.of());
        assertThat(change(filing, List.of(NAN), facts, Given.NOON.minusSeconds(1))
                        .faults())
                .isEmpty();
        assertThat(faults(change(filing, List.of(NAN), facts, Given.NOON)))
                .containsExactly("/joint/0/agency filing-begun nan");
        assertThat(faults(change(filing, List.of(NAN), facts, Given.CLOSES)))
                .containsExactly("/joint/0/with/0 filing-begun huaikon", "/joint/0/agency filing-begun nan");
    }

    @Test
    void who_has_dates_of_its_own_is_assessed_with_nobody_but_may_lead() {
        var own = Given.state(new StepOverride("huaikon", "eit", Given.NOON, Given.CLOSES, "flood"));
        assertThat(faults(change(own, List.of(NAN), NOTHING, Given.NOON)))
                .containsExactly("/joint/0/with/0 has-override huaikon");
        var lead = Given.state(new StepOverride("nan", "eit", Given.NOON, Given.CLOSES, "flood"));
        assertThat(change(lead, List.of(NAN), NOTHING, Given.NOON).faults()).isEmpty();
    }
}
