package org.prongsai.scoring.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.prongsai.contracts.Topic;
import org.prongsai.contracts.disclosure.ItemMarked;
import org.prongsai.messaging.Refused;
import org.prongsai.scoring.Sample;
import org.prongsai.scoring.score.Unit;

class MarkingTest {

    private static Marking marking(ItemMarked... marks) {
        return Marking.of(
                Stream.of(marks).map(each -> Sample.told(Topic.ITEMS, each)).toList());
    }

    @Test
    void the_last_mark_of_an_item_counts_whatever_the_item_is() {
        var marking = marking(
                new ItemMarked("r", "a", "o1", 0),
                new ItemMarked("r", "a", "of-a-later-version", 50),
                new ItemMarked("r", "a", "o1", 100));
        assertThat(marking.marks())
                .containsExactly(
                        new ItemMarked("r", "a", "o1", 100), new ItemMarked("r", "a", "of-a-later-version", 50));
        assertThat(marking.units()).containsExactly(new Unit("r", "a"));
        assertThat(marking.refused()).isEmpty();
    }

    @Test
    void what_can_never_be_right_is_refused() {
        var marking = marking(
                new ItemMarked("r", "a", "o1", -1),
                new ItemMarked("r", "a", "o1", 101),
                new ItemMarked("r", "a\u0000", "o1", 0),
                new ItemMarked("", "a", "o1", 0),
                new ItemMarked("r", "a", "o".repeat(101), 0),
                new ItemMarked("r\ud800", "a", "o1", 0));
        assertThat(marking.marks()).isEmpty();
        assertThat(marking.refused())
                .extracting(Refused::reason)
                .isEqualTo(List.of(
                        "item o1 marked -1, which is not from 0 to 100",
                        "item o1 marked 101, which is not from 0 to 100",
                        "no round, agency or item is called a?",
                        "no round, agency or item is called ",
                        "no round, agency or item is called " + "o".repeat(100),
                        "no round, agency or item is called r?"));
    }
}
