package org.prongsai.methodology.table;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.Fault;
import org.prongsai.methodology.Parsed;
import org.prongsai.methodology.form.Form;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.framework.Instrument;
import org.prongsai.methodology.framework.Part;
import org.prongsai.methodology.tally.Tally;

/**
 * Public counts of many units, {@code agency,instrument,part,question,option,count}: each option once, those nobody chose may be left
 * out, and every question of a part was answered by the same number of people, since all are required.
 */
public final class CountTable {
    private static final Table TABLE = Table.of("agency", "instrument", "part", "question", "option", "count");

    /** A tally for each part that anybody answered, by agency and instrument. */
    public record Counts(SortedMap<String, Map<String, Map<String, Tally>>> byAgency) {}

    private record Place(String agency, String instrument, String part) implements Comparable<Place> {
        private static final Comparator<Place> ORDER = Comparator.comparing(Place::agency)
                .thenComparing(Place::instrument)
                .thenComparing(Place::part);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    private final Framework framework;
    private final Map<String, Form> forms = new HashMap<>();
    private final Map<Place, long[]> cells = new HashMap<>();
    private final Map<Place, Integer> firstLines = new HashMap<>();

    private CountTable(Framework framework) {
        this.framework = framework;
        for (var instrument : framework.instruments())
            if (!instrument.marked()) forms.put(instrument.code(), Form.of(instrument));
    }

    public static Parsed<Counts> read(Framework framework, Iterator<CsvRecord> csv) {
        var table = new CountTable(framework);
        var faults = new ArrayList<>(TABLE.read(csv, table::take));
        var counts = new TreeMap<String, Map<String, Map<String, Tally>>>();
        new TreeMap<>(table.cells).forEach((place, cells) -> {
            var tally = table.tally(place, cells);
            if (faults.size() < TableFaults.MOST) faults.addAll(table.unequal(place, tally));
            counts.computeIfAbsent(place.agency(), _ -> new TreeMap<>())
                    .computeIfAbsent(place.instrument(), _ -> new TreeMap<>())
                    .put(place.part(), tally);
        });
        return Parsed.of(new Counts(counts), faults);
    }

    private void take(Row row) {
        var agency = row.agency();
        var form = forms.get(row.text("instrument"));
        var part = part(row);
        var count = row.number("count", 0, Integer.MAX_VALUE);
        if (form == null) row.fault("instrument", "unknown-instrument", List.copyOf(forms.keySet()));
        else if (part && question(row, form) && count.isPresent() && !agency.isEmpty()) put(row, form, count.get());
    }

    private boolean part(Row row) {
        var parts = framework.instrument(row.text("instrument")).map(Instrument::parts).orElse(List.of()).stream()
                .map(Part::code)
                .toList();
        boolean known = parts.isEmpty() || parts.contains(row.text("part"));
        if (!known) row.fault("part", "unknown-part", parts);
        return known;
    }

    private static boolean question(Row row, Form form) {
        if (!form.asks(row.text("question"))) {
            row.fault(
                    "question",
                    "unknown-question",
                    form.questions().stream().map(each -> each.code()).toList());
            return false;
        }
        var options = form.question(row.text("question")).optionCodes();
        if (!options.contains(row.text("option"))) row.fault("option", "unknown-option", options);
        return options.contains(row.text("option"));
    }

    private void put(Row row, Form form, long count) {
        var place = new Place(row.text("agency"), row.text("instrument"), row.text("part"));
        firstLines.putIfAbsent(place, row.line());
        int q = form.position(row.text("question"));
        int at = form.offset(q) + form.optionPosition(q, row.text("option"));
        var counts = cells.computeIfAbsent(place, _ -> absent(form));
        if (counts[at] >= 0) row.fault("option", "duplicate", "each option of a question once");
        counts[at] = count;
    }

    private static long[] absent(Form form) {
        var counts = new long[form.offset(form.size())];
        Arrays.fill(counts, -1);
        return counts;
    }

    private List<Fault> unequal(Place place, Tally tally) {
        var unequal = new ArrayList<Fault>();
        for (int q = 0; q < tally.form().size(); q++)
            if (tally.answered(q) != tally.respondents())
                unequal.add(new Fault(
                        "/" + place.agency() + "/" + place.instrument() + "/" + place.part() + "/"
                                + tally.form().questions().get(q).code(),
                        "unequal-totals",
                        tally.respondents() + " answers, as other questions of this part have",
                        tally.answered(q),
                        firstLines.get(place)));
        return unequal;
    }

    private Tally tally(Place place, long[] counts) {
        return Tally.ofCounts(
                form(place),
                Arrays.stream(counts).map(count -> Math.max(0, count)).toArray());
    }

    private Form form(Place place) {
        @Nullable Form form = forms.get(place.instrument());
        if (form == null) throw new IllegalStateException("no form of " + place);
        return form;
    }
}
