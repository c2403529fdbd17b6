package org.prongsai.methodology.file;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.prongsai.methodology.Fault;
import org.prongsai.methodology.calendar.FiscalYear;
import org.prongsai.methodology.framework.Element;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.framework.Item;

/**
 * What is allowed in a framework and yet is mostly a slip of whoever copied last year's file: a name, a text or a date that still
 * speaks of another year. Laws keep their years, and a report of the year before is a fair thing to ask for, unless the whole file speaks
 * more of that year than of its own.
 */
public final class Doubts {
    private static final Pattern BUDDHIST = Pattern.compile("(?<!\\d)25\\d\\d(?!\\d)");
    private static final Pattern CHRISTIAN = Pattern.compile("(?<!\\d)20\\d\\d(?!\\d)");
    private static final int ERA = 543;
    private static final int BACK = 5;

    private final FiscalYear year;
    private final List<Fault> doubts = new ArrayList<>();
    private final List<Fault> perhaps = new ArrayList<>();
    private int own;

    private Doubts(FiscalYear year) {
        this.year = year;
    }

    public static List<Fault> of(Framework framework) {
        var doubts = new Doubts(new FiscalYear(framework.fiscalYear()));
        doubts.heading("name", Map.of("", framework.name()));
        doubts.heading("title", framework.title());
        doubts.heading("focus", framework.focus());
        for (var instrument : framework.instruments()) instrument.items().forEach(doubts::item);
        if (doubts.perhaps.size() > doubts.own) doubts.doubts.addAll(doubts.perhaps);
        return doubts.doubts;
    }

    private void heading(String place, Map<String, String> texts) {
        var others = years(texts);
        others.remove(year.year());
        if (!others.isEmpty()) doubts.add(another(place, others));
    }

    private void item(Item item) {
        text(item.code() + "/text", item.text());
        text(item.code() + "/guidance", item.guidance());
        item.examples().forEach(example -> text(item.code() + "/examples", example));
        for (var element : item.elements()) element(item.code() + "/elements/" + element.code(), element);
    }

    private void element(String place, Element element) {
        text(place + "/text", element.text());
        if (element.asOf() != null && !year.contains(element.asOf())) date(place, element.asOf());
    }

    private void date(String place, LocalDate asOf) {
        var expected = "a day of fiscal year %d, %s to %s".formatted(year.year(), year.first(), year.last());
        doubts.add(new Fault("/" + place + "/asOf", "outside-fiscal-year", expected, asOf));
    }

    private void text(String place, Map<String, String> texts) {
        var others = years(texts);
        if (others.remove(year.year())) own++;
        others.removeIf(other -> other > year.year() || other < year.year() - BACK);
        if (others.isEmpty()) return;
        (others.equals(Set.of(year.year() - 1)) ? perhaps : doubts).add(another(place, others));
    }

    private Fault another(String place, Set<Integer> others) {
        return new Fault("/" + place, "another-year", year.year(), others);
    }

    /** Every year a text names, in the Buddhist era. */
    private static Set<Integer> years(Map<String, String> texts) {
        var years = new TreeSet<Integer>();
        texts.values().forEach(text -> {
            BUDDHIST.matcher(text)
                    .results()
                    .map(found -> Integer.parseInt(found.group()))
                    .forEach(years::add);
            CHRISTIAN
                    .matcher(text)
                    .results()
                    .map(found -> Integer.parseInt(found.group()) + ERA)
                    .forEach(years::add);
        });
        return years;
    }
}
