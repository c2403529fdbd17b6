package org.prongsai.scoring.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.prongsai.contracts.EventJson;
import org.prongsai.contracts.Topic;
import org.prongsai.contracts.assessment.FrameworkPublished;
import org.prongsai.contracts.assessment.PopulationRegistered;
import org.prongsai.contracts.assessment.RoundOpened;
import org.prongsai.contracts.assessment.RoundReframed;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.contracts.assessment.RoundState.StepWindow;
import org.prongsai.contracts.assessment.UnitsJoined;
import org.prongsai.contracts.assessment.WindowExtended;
import org.prongsai.messaging.Refused;
import org.prongsai.scoring.Sample;

class HeardTest {

    @Test
    void the_last_state_of_each_key_is_what_is_kept() {
        var before = Sample.round("r", Sample.REF, "root", Sample.PAST.plusSeconds(1));
        var after = Sample.round("r", Sample.REF, "root", Sample.FUTURE);
        var heard = Heard.of(List.of(
                Sample.told(Topic.ROUNDS, new RoundOpened(before)),
                Sample.told(Topic.AGENCIES, Sample.agency("a", "checkpoint", "root")),
                Sample.told(Topic.AGENCIES, Sample.agency("a", "province", "root")),
                Sample.told(Topic.POPULATIONS, new PopulationRegistered("r", "a", 1, 2)),
                Sample.told(Topic.POPULATIONS, new PopulationRegistered("r", "a", 3, 4)),
                Sample.told(Topic.ROUNDS, new WindowExtended(after, List.of()))));
        assertThat(heard.rounds()).containsExactly(after);
        assertThat(heard.agencies()).containsExactly(Sample.agency("a", "province", "root"));
        assertThat(heard.populations()).containsExactly(new PopulationRegistered("r", "a", 3, 4));
        assertThat(heard.refused()).isEmpty();
    }

    @Test
    void whatever_happens_to_a_round_brings_the_whole_of_it() {
        var joined = Sample.round("r", Sample.REF, "root", Sample.FUTURE)
                .withJoint(List.of(new RoundState.Joint("a", List.of("b"), "four people")));
        var moved = Sample.round("s", "small@2", "root", Sample.FUTURE);
        var heard = Heard.of(List.of(
                Sample.told(Topic.ROUNDS, new UnitsJoined(joined)),
                Sample.told(Topic.ROUNDS, new RoundReframed(moved, Sample.REF, "a word was missing"))));
        assertThat(heard.rounds()).containsExactly(joined, moved);
    }

    @Test
    void what_can_never_be_read_is_refused_with_the_reason() {
        var round = Sample.round("r", Sample.REF, "root", Sample.PAST.minusSeconds(1));
        var empty = EventJson.MAPPER.valueToTree(Map.of("name", "small"));
        var heard = Heard.of(List.of(
                Sample.told(Topic.ROUNDS, new RoundOpened(round)),
                Sample.told(Topic.FRAMEWORKS, new FrameworkPublished("small@1", empty)),
                Sample.told(
                        Topic.FRAMEWORKS,
                        new FrameworkPublished(
                                "small@2", Sample.published("small@1").document()))));
        assertThat(round.windows()).contains(new StepWindow("marking", Sample.PAST, Sample.PAST.minusSeconds(1)));
        assertThat(heard.rounds()).isEmpty();
        assertThat(heard.frameworks()).isEmpty();
        assertThat(heard.refused())
                .extracting(Refused::reason)
                .satisfiesExactly(
                        window -> assertThat(window).startsWith("not a round: a window from"),
                        faults -> assertThat(faults).startsWith("not a framework: "),
                        other -> assertThat(other).isEqualTo("small@2 holds small@1"));
    }

    @Test
    void what_has_a_name_that_no_table_gives_back_as_it_was_is_refused() {
        for (var name : List.of("r\ud800", "r".repeat(5_000), "")) {
            var heard = Heard.of(List.of(
                    Sample.told(Topic.ROUNDS, new RoundOpened(Sample.round(name, Sample.REF, "root", Sample.FUTURE))),
                    Sample.told(Topic.AGENCIES, Sample.agency(name, "checkpoint", "root")),
                    Sample.told(Topic.POPULATIONS, new PopulationRegistered("r", name, 1, 2)),
                    Sample.told(Topic.POPULATIONS, new PopulationRegistered(name, "a", 1, 2))));
            assertThat(heard.rounds()).isEmpty();
            assertThat(heard.agencies()).isEmpty();
            assertThat(heard.populations()).isEmpty();
            assertThat(heard.refused())
                    .extracting(Refused::reason)
                    .hasSize(4)
                    .allMatch(reason -> reason.startsWith("no round, agency or item is called "))
                    .noneMatch(reason -> reason.contains("\ud800") || reason.length() > 200);
        }
    }

    @Test
    void a_round_that_begins_on_no_day_there_is_is_refused() {
        var round = Sample.round("r", Sample.REF, "root", Sample.FUTURE);
        var never =
                round.withCalendar(List.of(new StepWindow("eit", Instant.MAX.minusSeconds(1), Instant.MAX)), List.of());
        var heard = Heard.of(List.of(Sample.told(Topic.ROUNDS, new RoundOpened(never))));
        assertThat(heard.rounds()).isEmpty();
        assertThat(heard.refused())
                .extracting(Refused::reason)
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWith("not a round: ");
    }
}
