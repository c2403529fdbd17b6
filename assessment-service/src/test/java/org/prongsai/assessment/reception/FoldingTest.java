package org.prongsai.assessment.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.pool.Place;
import org.prongsai.assessment.reception.Folding.Count;
import org.prongsai.assessment.reception.Waiting.Row;

class FoldingTest {

    private static final int K = 5;

    @Test
    void numbers_from_k_on_are_exact_and_smaller_ones_stand_together() {
        assertThat(Folding.of(Map.of("th", 40L, "en", 12L, "my", 3L, "zh", 2L), K))
                .containsExactly(new Count("th", 40), new Count("en", 12), new Count("other", 5));
    }

    @Test
    void a_single_speaker_cannot_be_found_by_subtraction() {
        assertThat(Folding.of(Map.of("th", 40L, "en", 6L, "my", 1L), K))
                .containsExactly(new Count("th", 40), new Count("other", 7));
        assertThat(Folding.of(Map.of("th", 40L, "my", 1L), K)).containsExactly(new Count("other", 41));
    }

    @Test
    void of_fewer_than_k_nothing_is_shown() {
        assertThat(Folding.of(Map.of("th", 4L), K)).isEmpty();
        assertThat(Folding.of(Map.of(), K)).isEmpty();
        assertThat(Folding.of(Map.of("th", 5L), K)).containsExactly(new Count("th", 5));
    }

    @Test
    void whatever_is_shown_stands_for_k_or_more_and_leaves_k_or_none_hidden() {
        var random = new Random(9);
        for (int run = 0; run < 5000; run++) {
            var answers = new HashMap<String, Long>();
            for (int value = random.nextInt(8); value > 0; value--)
                answers.put("v" + value, 1L + random.nextInt(random.nextBoolean() ? 4 : 30));
            var shown = Folding.of(answers, K);
            long all = answers.values().stream().mapToLong(Long::longValue).sum();
            assertThat(shown).allSatisfy(count -> assertThat(count.answers()).isGreaterThanOrEqualTo(K));
            assertThat(shown.stream().mapToLong(Count::answers).sum()).isEqualTo(all < K ? 0 : all);
            assertThat(shown)
                    .filteredOn(count -> !count.value().equals("other"))
                    .allSatisfy(count -> assertThat(answers.get(count.value())).isEqualTo(count.answers()));
        }
    }

    @Test
    void each_part_is_shown_by_itself_and_no_two_kinds_together() {
        var reception = Reception.of(
                List.of(
                        row("1-unverified", Kind.DAY, "2026-11-26", 3),
                        row("1", Kind.CAPACITY, "agent", 9),
                        row("1", Kind.LANGUAGE, "th", 9),
                        row("1", Kind.DAY, "2026-11-26", 5),
                        row("1", Kind.DAY, "2026-11-27", 4)),
                K);
        assertThat(reception.parts())
                .containsExactly(
                        new Reception.Part(
                                "eit",
                                "1",
                                9L,
                                List.of(new Count("other", 9)),
                                List.of(new Count("th", 9)),
                                List.of(new Count("agent", 9))),
                        new Reception.Part("eit", "1-unverified", null, List.of(), List.of(), List.of()));
    }

    private static Row row(String part, Kind kind, String value, long answers) {
        return new Row(new Place("r", "a", "eit", part), kind, value, answers);
    }
}
