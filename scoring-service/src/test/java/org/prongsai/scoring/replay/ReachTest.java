package org.prongsai.scoring.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prongsai.contracts.Topic;
import org.prongsai.messaging.Place;

class ReachTest {
    private static final Place SOME = new Place(Topic.RESPONSES, 1);
    private static final Place OTHER = new Place(Topic.ITEMS, 0);

    @Test
    void what_was_not_heard_yet_is_not_lost() {
        var reach = new Reach(Map.of(SOME, 5L), Map.of(SOME, 9L, OTHER, 3L));
        assertThat(reach.both()).isEqualTo(Map.of(SOME, 5L));
        assertThat(reach.lost()).isEmpty();
    }

    @Test
    void a_log_that_ends_before_what_was_heard_of_it_has_lost_its_end() {
        var reach = new Reach(Map.of(SOME, 5L, OTHER, 3L), Map.of(SOME, 2L));
        assertThat(reach.both()).isEqualTo(Map.of(SOME, 2L, OTHER, 0L));
        assertThat(reach.lost())
                .containsExactly(
                        "assessment.responses[1] ends at 2, and the scores rest on records up to 5: the log has lost them",
                        "disclosure.items[0] ends at 0, and the scores rest on records up to 3: the log has lost them");
    }
}
