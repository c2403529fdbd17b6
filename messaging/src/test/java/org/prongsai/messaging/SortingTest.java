package org.prongsai.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
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
        assertThat(sorting.stopped()).hasEntrySatisfying(PLACE, stop -> assertThat(stop.reason())
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
        var later = new Arrival(Topic.ITEMS, 0, 0, "imm-chiangmai", "id-0", "ItemSung", 1, "{}");
        var poison = new Arrival(Topic.ITEMS, 0, 1, "imm-chiangmai", "id-1", "ItemMarked", 2, "{\"mark\":\"x\"}");
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
                .containsExactly(
                        "ItemMarked has no stream_seq from 1 on, or a key with a NUL or more than 500 letters");
        assertThat(sorting.repeated()).isEqualTo(1);
        assertThat(sorting.nextOffsets()).containsEntry(PLACE, 3L);
    }

    @Test
    void parks_an_event_that_arrived_on_another_topic_than_its_own() {
        var marked = EventJson.write(new ItemMarked("r", "imm-chiangmai", "o1", 100));
        var foreign = new Arrival(Topic.MESSAGES, 0, 0, "imm-chiangmai", "id-1", "ItemMarked", 1, marked);
        var sorting = Sorting.of(List.of(foreign), Map.of(), Map.of());
        assertThat(sorting.told()).isEmpty();
        assertThat(sorting.unread())
                .extracting(Sorting.Unread::reason)
                .containsExactly("ItemMarked belongs to disclosure.items");
        assertThat(sorting.nextOffsets()).containsEntry(foreign.place(), 1L);
    }

    @Test
    void another_record_under_a_number_that_was_heard_stops_the_partition() {
        var before = heard(1, 2, 3);
        var again = Sorting.after(before, Map.of(), List.of(marked(5, 2, "id-2"), marked(6, 3, "id-3")));
        assertThat(again.repeated()).isEqualTo(2);
        assertThat(again.stopped()).isEmpty();
        for (long number = 1; number <= 3; number++) {
            var sorting =
                    Sorting.after(before, Map.of(PLACE, 5L), List.of(marked(5, number, "other"), marked(6, 4, "id-4")));
            assertThat(sorting.stopped()).containsExactly(Map.entry(PLACE, Stop.reused(number)));
            assertThat(sorting.stopped().get(PLACE).reason())
                    .contains("number " + number)
                    .doesNotContain("chiangmai");
            assertThat(sorting.told()).isEmpty();
            assertThat(sorting.nextOffsets()).containsEntry(PLACE, 5L);
        }
    }

    @Test
    void within_a_batch_too_a_number_is_one_records_and_what_came_before_counts() {
        var sorting = Sorting.after(
                Map.of(),
                Map.of(),
                List.of(marked(0, 1, "a"), marked(1, 1, "a"), marked(2, 1, "b"), marked(3, 2, "c")));
        assertThat(sorting.told()).extracting(Told::offset).containsExactly(0L);
        assertThat(sorting.repeated()).isEqualTo(1);
        assertThat(sorting.stopped()).containsKey(PLACE);
        assertThat(sorting.nextOffsets()).containsEntry(PLACE, 2L);
    }

    @Test
    void of_long_ago_only_the_numbers_are_known() {
        var before = heard(LongStream.rangeClosed(1, 1000).toArray());
        assertThat(Sorting.after(before, Map.of(), List.of(marked(0, 969, "other")))
                        .stopped())
                .isNotEmpty();
        assertThat(Sorting.after(before, Map.of(), List.of(marked(0, 968, "other")))
                        .repeated())
                .isEqualTo(1);
        assertThat(before.get(CHIANGMAI).marks()).hasSize(32 * 8);
    }

    @Test
    void of_a_compacted_topic_nothing_is_known_of_the_numbers_in_between() {
        var before = heard(1, 2, 9);
        assertThat(Sorting.after(before, Map.of(), List.of(marked(0, 9, "other")))
                        .stopped())
                .isNotEmpty();
        assertThat(Sorting.after(before, Map.of(), List.of(marked(0, 8, "other")))
                        .repeated())
                .isEqualTo(1);
    }

    @Test
    void where_only_numbers_were_kept_the_records_that_follow_are_known_again() {
        var before = Map.of(CHIANGMAI, Heard.upTo(7));
        assertThat(Sorting.after(before, Map.of(), List.of(marked(0, 7, "any"))).repeated())
                .isEqualTo(1);
        var moved =
                Sorting.after(before, Map.of(), List.of(marked(0, 8, "id-8"))).moved();
        assertThat(Sorting.after(moved, Map.of(), List.of(marked(0, 8, "other")))
                        .stopped())
                .isNotEmpty();
    }

    private static Map<Stream, Heard> heard(long... numbers) {
        var heard = Heard.NOTHING;
        for (long number : numbers) heard = heard.then(marked(0, number, "id-" + number));
        return Map.of(CHIANGMAI, heard);
    }

    private static Arrival marked(long offset, long seq, String id) {
        var event = new ItemMarked("r", "imm-chiangmai", "o" + seq, 100);
        return new Arrival(Topic.ITEMS, 0, offset, event.subject(), id, "ItemMarked", seq, EventJson.write(event));
    }

    private static Arrival marked(long offset, long seq) {
        return marked(offset, seq, "id-" + seq);
    }

    private static Arrival population(long offset, long seq) {
        var event = new PopulationRegistered("r", "imm-chiangmai", (int) seq, 0);
        return new Arrival(
                Topic.POPULATIONS,
                2,
                offset,
                event.subject(),
                "id",
                "PopulationRegistered",
                seq,
                EventJson.write(event));
    }
}
