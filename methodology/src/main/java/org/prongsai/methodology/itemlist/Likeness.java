package org.prongsai.methodology.itemlist;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How alike two titles are, from 0 to 1: the share of letter pairs they have in common (Dice), the mean of Thai and English. */
public final class Likeness {
    /** Below this one code stands for two different things; found by holding lists of several years side by side. */
    static final double ENOUGH = 0.5;

    private Likeness() {}

    /** Whether these may be words for the same thing: the same Thai ones but for blanks, or enough letter pairs in common. */
    public static boolean alike(Map<String, String> one, Map<String, String> other) {
        return same(one.get("th"), other.get("th")) || of(one, other) >= ENOUGH;
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return one != null && other != null && one.replaceAll("\\s", "").equals(other.replaceAll("\\s", ""));
    }

    static double of(Map<String, String> one, Map<String, String> other) {
        return (of(one.get("th"), other.get("th")) + of(one.get("en"), other.get("en"))) / 2;
    }

    private static double of(@Nullable String one, @Nullable String other) {
        var first = pairs(one);
        var second = pairs(other);
        if (first.isEmpty() || second.isEmpty()) return 0;
        var both = new HashSet<>(first);
        both.retainAll(second);
        return 2.0 * both.size() / (first.size() + second.size());
    }

    private static Set<String> pairs(@Nullable String title) {
        var pairs = new HashSet<String>();
        var letters = title == null
                ? ""
                : title.replaceAll("[^\\p{L}\\p{M}\\p{N}&]", "").toLowerCase(Locale.ROOT);
        for (int i = 0; i + 2 <= letters.length(); i++) pairs.add(letters.substring(i, i + 2));
        return pairs;
    }
}
