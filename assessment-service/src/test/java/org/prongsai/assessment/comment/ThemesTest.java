package org.prongsai.assessment.comment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.comment.Themes.Entry;
import org.prongsai.assessment.comment.Themes.Kept;

class ThemesTest {

    @Test
    void nothing_is_shown_of_fewer_than_k_not_even_that_there_are_none() {
        var shown = Themes.of(kept(4, Theme.TIME, "slow"), 5);
        assertThat(shown.k()).isEqualTo(5);
        assertThat(shown.themes()).extracting(Entry::theme).containsExactlyElementsOf(Theme.codes());
        assertThat(shown.themes()).allSatisfy(entry -> {
            assertThat(entry.kept()).isNull();
            assertThat(entry.essences()).isEmpty();
        });
    }

    @Test
    void from_k_on_the_number_and_the_essences_are_shown_in_the_order_of_the_alphabet() {
        var kept = new ArrayList<>(kept(3, Theme.FEES, null));
        kept.add(new Kept(Theme.FEES, "b"));
        kept.add(new Kept(Theme.FEES, "a"));
        kept.add(new Kept(Theme.TIME, "c"));
        assertThat(entry(Themes.of(kept, 5), "fees")).isEqualTo(new Entry("fees", 5, List.of("a", "b")));
        assertThat(entry(Themes.of(kept, 5), "time")).isEqualTo(new Entry("time", null, List.of()));
    }

    private static Entry entry(Themes themes, String theme) {
        return themes.themes().stream()
                .collect(Collectors.toMap(Entry::theme, each -> each))
                .get(theme);
    }

    private static List<Kept> kept(int count, Theme theme, @Nullable String essence) {
        return IntStream.range(0, count).mapToObj(_ -> new Kept(theme, essence)).toList();
    }
}
