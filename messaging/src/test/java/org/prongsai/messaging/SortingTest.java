package org.prongsai.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prongsai.contracts.EventJson;
import org.prongsai.contracts.Topic;
import org.prongsai.contracts.assessment.PopulationRegistered;
import org.prongsai.contracts.disclosure.ItemMarked;
import org.prongsai.messaging.Arrival.Stream;

class SortingTest {

    private static final Place PLACE = new Place(Topic.ITEMS, 0);
    private static final Stream CHIANGMAI = new Stream(Topic.ITEMS, "imm-chiangmai");

    @Test
    void hears_each_number_of_a_stream_once_and_moves_on() {
        var sorting = Sorting.of(
                List.of(marked(0, 1), marked(1, 2), marked(2, 1), marked(3, 2), marked(4, 3)), Map.of(), Map.of());
        assertThat(sorting.told()).extracting(Told::streamSeq).containsExactly(1L, 2L, 3L);
        assertThat(sorting.nextOffsets()).containsEntry(PLACE, 5L);
        assertThat(sorting.movedSeqs()).containsExactly(Map.entry(CHIANGMAI, 3L));
    }

    @Test
    void the_number_decides_and_not_the_offset_for_a_lost_log_starts_anew() {
        var sorting = Sorting.of(List.of(marked(0, 7), marked(1, 8)), Map.of(PLACE, 900L), Map.of(CHIANGMAI, 7L));
        assertThat(sorting.told()).extracting(Told::streamSeq).containsExactly(8L);
        assertThat(sorting.nextOffsets()).containsEntry(PLACE, 900L);
    }

    @Test
    void a_gap_stops_the_partition_and_keeps_what_came_before() {
        var sorting = Sorting.of(List.of(marked(0, 1), marked(1, 3), marked(2, 4)), Map.of(), Map.of());
        assertThat(sorting.told()).extracting(Told::streamSeq).containsExactly(1L);
        assertThat(sorting.stopped()).hasEntrySatisfying(PLACE, r -> assertThat(r)
                .contains("next number is 2, found 3")
                .doesNotContain("imm-chiangmai"));
        assertThat(sorting.nextOffsets()).containsEntry(PLACE, 1L);
    }

    @Test
    void a_compacted_topic_has_no_gaps_but_still_no_repeats() {
        var place = new Place(Topic.POPULATIONS, 2);
        var sorting = Sorting.of(List.of(population(0, 4), population(1, 4), population(2, 9)), Map.of(), Map.of());
        assertThat(sorting.told()).extracting(Told::streamSeq).containsExactly(4L, 9L);
        assertThat(sorting.stopped()).isEmpty();
        assertThat(sorting.nextOffsets()).containsEntry(place, 3L);
    }

    @Test
    void ignores_types_of_later_versions_and_parks_what_it_cannot_read() {
        var later = new Arrival(Topic.ITEMS, 0, 0, "imm-chiangmai", "ItemSung", 1, "{}");
        var poison = new Arrival(Topic.ITEMS, 0, 1, "imm-chiangmai", "ItemMarked", 2, "{\"mark\":\"x\"}");
        var sorting = Sorting.of(List.of(later, poison, marked(2, 3)), Map.of(), Map.of());
        assertThat(sorting.ignored()).isEqualTo(1);
        assertThat(sorting.unread()).hasSize(1);
        assertThat(sorting.told()).extracting(Told::streamSeq).containsExactly(3L);
        assertThat(sorting.movedSeqs()).containsEntry(CHIANGMAI, 3L);
    }

    @Test
    void parks_what_has_no_number_and_counts_what_is_repeated() {
        var sorting = Sorting.of(List.of(marked(0, 0), marked(1, 1), marked(2, 1)), Map.of(), Map.of());
        assertThat(sorting.told()).extracting(Told::streamSeq).containsExactly(1L);
        assertThat(sorting.unread())
                .extracting(Sorting.Unread::reason)
                .containsExactly("ItemMarked has no stream_seq from 1 on");
        assertThat(sorting.repeated()).isEqualTo(1);
        assertThat(sorting.nextOffsets()).containsEntry(PLACE, 3L);
    }

    @Test
    void parks_an_event_that_arrived_on_another_topic_than_its_own() {
        var marked = EventJson.write(new ItemMarked("r", "imm-chiangmai", "o1", 100));
        var foreign = new Arrival(Topic.MESSAGES, 0, 0, "imm-chiangmai", "ItemMarked", 1, marked);
        var sorting = Sorting.of(List.of(foreign), Map.of(), Map.of());
        assertThat(sorting.told()).isEmpty();
        assertThat(sorting.unread())
                .extracting(Sorting.Unread::reason)
                .containsExactly("ItemMarked belongs to disclosure.items");
        assertThat(sorting.nextOffsets()).containsEntry(foreign.place(), 1L);
    }

    private static Arrival marked(long offset, long seq) {
        var event = new ItemMarked("r", "imm-chiangmai", "o" + seq, 100);
        return new Arrival(Topic.ITEMS, 0, offset, event.subject(), "ItemMarked", seq, EventJson.write(event));
    }

    private static Arrival population(long offset, long seq) {
        var event = new PopulationRegistered("r", "imm-chiangmai", (int) seq, 0);
        return new Arrival(
                Topic.POPULATIONS, 2, offset, event.subject(), "PopulationRegistered", seq, EventJson.write(event));
    }
}
