package org.prongsai.assessment.comment;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What comments are about, as others than their readers may see it: of k and more of a kind, and in no writer's words. */
record Themes(int k, List<Entry> themes) {

    /** A comment that was kept. */
    record Kept(Theme theme, @Nullable String essence) {}

    /**
     * A theme.
     *
     * @param kept how many were kept; null while they are fewer than k, even if there are none
     * @param essences in alphabetical order, which is that of nobody's coming; none while kept is null
     */
    record Entry(String theme, @Nullable Integer kept, List<String> essences) {}

    /** Without a sum of all themes, from which the small ones would follow. */
    static Themes of(List<Kept> kept, int k) {
        return new Themes(
                k,
                Arrays.stream(Theme.values())
                        .map(theme -> entry(
                                theme,
                                kept.stream()
                                        .filter(each -> each.theme() == theme)
                                        .toList(),
                                k))
                        .toList());
    }

    private static Entry entry(Theme theme, List<Kept> kept, int k) {
        if (kept.size() < k) {
            return new Entry(theme.code(), null, List.of());
        }
        var essences = kept.stream()
                .map(Kept::essence)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return new Entry(theme.code(), kept.size(), essences);
    }
}
