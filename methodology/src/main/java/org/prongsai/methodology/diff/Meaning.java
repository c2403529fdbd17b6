package org.prongsai.methodology.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.Fault;
import org.prongsai.methodology.diff.Change.Kind;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.framework.Indicator;
import org.prongsai.methodology.framework.Instrument;
import org.prongsai.methodology.framework.Item;
import org.prongsai.methodology.framework.Option;
import org.prongsai.methodology.framework.SubItem;
import org.prongsai.methodology.itemlist.Likeness;
import tools.jackson.databind.node.StringNode;

/**
 * Which other words make of an answer that was given another answer: an option that reads as another option of its
 * question did, a question or item that reads as another one did, and one that in Thai or English is not recognisable.
 */
public final class Meaning {
    /** The languages in which everything is written first; all others are translations of them. */
    private static final Set<String> FIRST = Set.of("th", "en");

    /** Something that is answered or filed under its code. */
    private record Asked(String path, Map<String, String> text, List<Option> options) {}

    private final Map<String, Asked> before;
    private final List<Change> changes = new ArrayList<>();

    private Meaning(Map<String, Asked> before) {
        this.before = before;
    }

    /** Things that one of the two does not know are no change of words. */
    public static List<Change> changes(Framework before, Framework after) {
        var meaning = new Meaning(asked(before));
        asked(after).forEach(meaning::judge);
        return List.copyOf(meaning.changes);
    }

    private void judge(String code, Asked after) {
        var old = before.get(code);
        if (old == null) return;
        after.text().forEach((language, text) -> text(code, old, after.path(), language, text));
        after.options().forEach(option -> option(old, option, after.path()));
    }

    private void text(String code, Asked old, String path, String language, String text) {
        var was = old.text().get(language);
        if (was == null || same(was, text)) return;
        boolean another = before.entrySet().stream()
                .filter(each -> !each.getKey().equals(code))
                .anyMatch(each -> same(each.getValue().text().get(language), text));
        boolean strange = FIRST.contains(language) && !alike(was, text);
        if (another || strange) add(path + "/text" + Fault.step(language), was, text);
    }

    /** In this language by itself: people answer what they read in theirs, however good the other one is. */
    private static boolean alike(String was, String is) {
        return Likeness.alike(Map.of("th", was, "en", was), Map.of("th", is, "en", is));
    }

    private void option(Asked old, Option option, String path) {
        option.label().forEach((language, label) -> {
            var was = old.options().stream()
                    .filter(each -> each.code().equals(option.code()))
                    .map(each -> each.label().get(language))
                    .filter(Objects::nonNull)
                    .findFirst();
            boolean another = old.options().stream()
                    .filter(each -> !each.code().equals(option.code()))
                    .anyMatch(each -> same(each.label().get(language), label));
            was.filter(word -> another && !same(word, label))
                    .ifPresent(word -> add(
                            path + "/options" + Fault.step(option.code()) + "/label" + Fault.step(language),
                            word,
                            label));
        });
    }

    private void add(String path, String was, String is) {
        changes.add(new Change(Kind.CHANGED, path, StringNode.valueOf(was), StringNode.valueOf(is), true));
    }

    /** Blanks and capitals make no other word. */
    private static boolean same(@Nullable String one, String other) {
        return one != null && plain(one).equals(plain(other));
    }

    private static String plain(String text) {
        return text.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    }

    private static Map<String, Asked> asked(Framework framework) {
        var asked = new LinkedHashMap<String, Asked>();
        for (var instrument : framework.instruments())
            for (var indicator : instrument.indicators()) add(asked, instrument, indicator);
        return asked;
    }

    private static void add(Map<String, Asked> asked, Instrument instrument, Indicator indicator) {
        var path = "/instruments" + Fault.step(instrument.code()) + "/indicators" + Fault.step(indicator.code());
        indicator.items().forEach(item -> add(asked, path, item));
        for (var group : indicator.subIndicators())
            group.items().forEach(item -> add(asked, path + "/subIndicators" + Fault.step(group.code()), item));
    }

    private static void add(Map<String, Asked> asked, String group, Item item) {
        var path = group + "/items" + Fault.step(item.code());
        asked.put(item.code(), new Asked(path, item.text(), item.options()));
        for (SubItem each : item.subItems())
            asked.put(
                    each.code(), new Asked(path + "/subItems" + Fault.step(each.code()), each.text(), each.options()));
    }
}
