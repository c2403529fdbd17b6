package org.prongsai.scoring.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.prongsai.contracts.Topic;
import org.prongsai.contracts.disclosure.ItemMarked;
import org.prongsai.messaging.Refused;
import org.prongsai.scoring.Sample;
import org.prongsai.scoring.score.Unit;

class MarkingTest {

    @Test
    void the_last_mark_of_an_item_counts_and_unknown_ones_do_not() {
        var batch = Stream.of(
                        new ItemMarked("r", "a", "o1", 0),
                        new ItemMarked("r", "a", "o9", 0),
                        new ItemMarked("r", "a", "o2", 50),
                        new ItemMarked("r", "a", "o1", 100))
                .map(each -> Sample.told(Topic.ITEMS, each))
                .toList();
        var marking = Marking.of(batch, Map.of("r", Sample.edition()));
        assertThat(marking.marks()).containsExactly(new ItemMarked("r", "a", "o1", 100));
        assertThat(marking.units()).containsExactly(new Unit("r", "a"));
        assertThat(marking.refused())
                .extracting(Refused::reason)
                .isEqualTo(List.of("no item o9", "item o2 marked 50, which is none of [0, 100]"));
    }
}
