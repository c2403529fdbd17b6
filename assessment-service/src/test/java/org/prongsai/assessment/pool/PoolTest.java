package org.prongsai.assessment.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prongsai.contracts.assessment.ResponsesReleased.Answered;

class PoolTest {

    private static final int K = 5;
    private static final Pool POOL =
            new Pool(1, new Place("round-a", "imm-chiangmai", "eit", "1"), "ita-immigration-2567@1", K);

    @ParameterizedTest
    @ValueSource(ints = {5, 9, 499, 500, 501, 999, 1000, 1001, 1004, 7321})
    void every_event_tells_of_at_least_k_and_at_most_500_changes_and_none_is_lost(int count) {
        var changes = changes(count, 0);
        var events = POOL.released(changes);
        assertThat(events).allSatisfy(e -> assertThat(e.added()).hasSizeBetween(K, Pool.LARGEST));
        assertThat(events.stream().flatMap(e -> e.added().stream()))
                .containsExactlyElementsOf(
                        changes.stream().map(Pool.Change::added).toList());
    }

    @Test
    void a_drained_pool_with_fewer_than_k_leaves_whole_in_one_event() {
        assertThat(POOL.released(changes(3, 0))).singleElement().satisfies(e -> assertThat(e.added())
                .hasSize(3));
    }

    @Test
    void both_halves_of_a_replacement_leave_together_but_not_in_the_same_order() {
        var changes = changes(1200, 3);
        for (var event : POOL.released(changes)) {
            var added = event.added().stream().map(Answered::id).toList();
            var expected = changes.stream()
                    .filter(c -> added.contains(c.added().id()))
                    .flatMap(c -> c.withdrawn().stream())
                    .map(Answered::id)
                    .toList();
            var withdrawn = event.withdrawn().stream().map(Answered::id).toList();
            assertThat(withdrawn).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(withdrawn).isNotEqualTo(expected);
        }
    }

    @Test
    void portions_keep_every_pool_once_and_stay_near_the_bound() {
        var pools = IntStream.range(0, 40)
                .mapToObj(i -> new Pool(i, POOL.place(), POOL.framework(), K))
                .toList();
        var waiting = Map.of(0, 900L, 1, 200L, 2, 50L, 39, 5000L);
        var portions = ReleaseWriter.portions(pools, waiting, 1000);
        assertThat(portions.stream().flatMap(List::stream)).containsExactlyElementsOf(pools);
        assertThat(portions.getFirst()).hasSize(2);
    }

    /** Every n-th change replaces a counted answer; n = 0 means none does. */
    private static List<Pool.Change> changes(int count, int every) {
        var changes = new ArrayList<Pool.Change>();
        for (int i = 0; i < count; i++) {
            boolean replaces = every > 0 && i % every == 0;
            changes.add(new Pool.Change(answered(), replaces ? Optional.of(answered()) : Optional.empty()));
        }
        return changes;
    }

    private static Answered answered() {
        return new Answered(UUID.randomUUID(), Map.of("e1", "1"));
    }
}
