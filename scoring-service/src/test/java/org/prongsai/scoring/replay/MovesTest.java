package org.prongsai.scoring.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MovesTest {
    private static final UUID ONE = new UUID(1, 1);
    private static final UUID TWO = new UUID(2, 2);

    private static Moves moves(List<UUID> added, List<UUID> withdrawn) {
        var moves = new Moves();
        added.forEach(moves::add);
        withdrawn.forEach(moves::withdraw);
        return moves;
    }

    @Test
    void none_are_none() {
        assertThat(Moves.count(List.of())).isEqualTo(MoveCount.NONE);
        assertThat(Moves.count(List.of(new Moves()))).isEqualTo(MoveCount.NONE);
    }

    @Test
    void an_answer_may_be_added_once_and_taken_back_once() {
        assertThat(Moves.count(List.of(moves(List.of(ONE, TWO), List.of(TWO))))).isEqualTo(new MoveCount(2, 1, 0));
        assertThat(Moves.count(List.of(moves(List.of(ONE), List.of()), moves(List.of(TWO), List.of(ONE)))))
                .isEqualTo(new MoveCount(2, 1, 0));
    }

    @Test
    void whatever_is_more_is_wrong_wherever_it_lies() {
        assertThat(Moves.count(List.of(moves(List.of(ONE, TWO, ONE, ONE), List.of())))
                        .wrong())
                .isEqualTo(2);
        assertThat(Moves.count(List.of(moves(List.of(ONE), List.of()), moves(List.of(ONE), List.of())))
                        .wrong())
                .isEqualTo(1);
        assertThat(Moves.count(List.of(moves(List.of(ONE), List.of(TWO)))).wrong())
                .isEqualTo(1);
        assertThat(Moves.count(List.of(moves(List.of(), List.of(TWO, TWO)))).wrong())
                .isEqualTo(2);
        assertThat(Moves.count(List.of(moves(List.of(ONE), List.of(ONE, ONE)))).wrong())
                .isEqualTo(1);
    }

    @Test
    void of_very_many_it_says_what_a_map_says_and_again_when_more_have_come() {
        var random = new Random(7);
        var all = List.of(new Moves(), new Moves(), new Moves());
        var in = new TreeMap<UUID, Integer>();
        var out = new TreeMap<UUID, Integer>();
        for (int round = 0; round < 2; round++) {
            var known = new ArrayList<UUID>();
            for (int i = 0; i < 400_000; i++) {
                var id = i % 1000 == 999
                        ? known.get(random.nextInt(known.size()))
                        : new UUID(random.nextLong(), random.nextLong());
                known.add(id);
                all.get(i % 3).add(id);
                in.merge(id, 1, Integer::sum);
                if (i % 10 != 0) continue;
                var gone = i % 500 == 0 ? new UUID(random.nextLong(), 0) : known.get(random.nextInt(known.size()));
                all.get(i % 2).withdraw(gone);
                out.merge(gone, 1, Integer::sum);
            }
            var count = Moves.count(all);
            assertThat(count.added())
                    .isEqualTo(in.values().stream().mapToInt(n -> n).sum());
            assertThat(count.withdrawn())
                    .isEqualTo(out.values().stream().mapToInt(n -> n).sum());
            long twice = in.values().stream().mapToInt(n -> n - 1).sum();
            long gone = out.entrySet().stream()
                    .mapToInt(each -> each.getValue() - (in.containsKey(each.getKey()) ? 1 : 0))
                    .sum();
            assertThat(count.wrong()).isEqualTo(twice + gone).isPositive();
        }
    }
}
