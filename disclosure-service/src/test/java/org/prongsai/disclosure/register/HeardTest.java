package org.prongsai.disclosure.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.prongsai.contracts.Catalogue;
import org.prongsai.contracts.Event;
import org.prongsai.contracts.EventJson;
import org.prongsai.contracts.assessment.FrameworkPublished;
import org.prongsai.contracts.assessment.RoundReframed;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.contracts.assessment.UnitsJoined;
import org.prongsai.contracts.assessment.WindowExtended;
import org.prongsai.disclosure.Samples;
import org.prongsai.messaging.Told;

class HeardTest {

    @Test
    void the_last_state_of_each_key_counts() {
        var moved = Samples.agency("north", "checkpoint", List.of("bureau", "south", "north"));
        var heard = Heard.of(List.of(told(Samples.agencies().get(1)), told(moved)));
        assertThat(heard.units()).containsExactly(new Unit("north", moved.path(), "checkpoint", moved.from(), null));
    }

    @Test
    void an_extended_window_brings_the_whole_round() {
        var opened = Samples.round("r", "sample@1");
        var later = Samples.round("r", "sample@2").state();
        var heard = Heard.of(List.of(told(opened), told(new WindowExtended(later, List.of()))));
        assertThat(heard.rounds()).containsExactly(later);
    }

    @Test
    void units_that_are_joined_and_a_framework_that_is_moved_bring_the_whole_round() {
        var joined = Samples.round("r", "sample@1")
                .state()
                .withJoint(List.of(new RoundState.Joint("north", List.of("south"), "four people")));
        var other = Samples.round("s", "sample@2").state();
        var heard = Heard.of(List.of(
                told(new UnitsJoined(joined)), told(new RoundReframed(other, "sample@1", "a word was missing"))));
        assertThat(heard.rounds()).containsExactly(joined, other);
    }

    @Test
    void a_framework_that_breaks_the_rules_is_refused_and_not_kept() {
        var broken = new FrameworkPublished("broken@1", EventJson.MAPPER.readTree("{\"ref\":\"broken@1\"}"));
        var heard = Heard.of(List.of(told(broken), told(Samples.framework())));
        assertThat(heard.frameworks()).containsExactly(Samples.framework());
        assertThat(heard.refused())
                .singleElement()
                .satisfies(refused -> assertThat(refused.told().event()).isEqualTo(broken));
    }

    private static Told told(Event event) {
        return new Told(Catalogue.of(event).topic(), 0, 0, event.subject(), 1, event);
    }
}
