package org.prongsai.methodology.itemlist;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.prongsai.methodology.Fault;
import org.prongsai.methodology.Parsed;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.framework.Instrument;
import org.prongsai.methodology.framework.SubIndicator;
import org.prongsai.methodology.table.Row;
import org.prongsai.methodology.table.Table;

/**
 * An official list for a marked instrument, {@code code,sub_indicator,title_th,title_en} and, if given, {@code marks} (as {@code 0|100})
 * and {@code status} (where a title comes from; official if left out).
 */
public record ItemList(Instrument instrument, List<Listed> items) {
    private static final Table TABLE =
            Table.of("code", "sub_indicator", "title_th", "title_en").or("evidence_summary_en", "marks", "status");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,31}");
    private static final int LONGEST = 1000;
    private static final List<String> STATUSES = List.of("official", "verified", "provisional");

    /** Either the list, or everything that does not fit the framework's instrument. */
    public static Parsed<ItemList> parse(Framework framework, Instrument instrument, String csv) {
        var reading = new Reading(framework, instrument);
        var faults = new ArrayList<>(TABLE.read(csv, reading::take));
        if (faults.isEmpty()) faults.addAll(reading.empty());
        return Parsed.of(new ItemList(instrument, reading.items), faults);
    }

    private static final class Reading {
        private final Instrument instrument;
        private final List<String> groups;
        private final Set<String> elsewhere = new HashSet<>();
        private final Set<String> codes = new HashSet<>();
        private final List<Listed> items = new ArrayList<>();

        Reading(Framework framework, Instrument instrument) {
            this.instrument = instrument;
            this.groups = instrument.indicators().stream()
                    .flatMap(each -> each.subIndicators().stream())
                    .map(SubIndicator::code)
                    .toList();
            framework.instruments().forEach(each -> elsewhere.addAll(codes(each)));
            instrument.indicators().stream()
                    .flatMap(each -> each.subIndicators().stream())
                    .forEach(group -> group.items().forEach(item -> elsewhere.remove(item.code())));
        }

        /** A list takes the place of all that stands in sub-indicators; every other code stays somebody's. */
        private static List<String> codes(Instrument instrument) {
            var codes = new ArrayList<String>();
            for (var item : instrument.items()) {
                codes.add(item.code());
                item.subItems().forEach(sub -> codes.add(sub.code()));
            }
            return codes;
        }

        void take(Row row) {
            var code = row.needed("code");
            if (!code.isEmpty() && !CODE.matcher(code).matches()) row.fault("code", "bad-code", CODE.pattern());
            else if (elsewhere.contains(code))
                row.fault("code", "duplicate-code", "a code that nothing outside of the list has");
            else if (!codes.add(code)) row.fault("code", "duplicate-code", "each item once");
            var group = row.text("sub_indicator");
            if (!groups.contains(group)) row.fault("sub_indicator", "unknown-sub-indicator", groups);
            marks(row);
            var title = Map.of("th", row.words("title_th", LONGEST), "en", row.words("title_en", LONGEST));
            items.add(new Listed(code, group, title, status(row)));
        }

        private void marks(Row row) {
            var marks = instrument.marks().stream().map(String::valueOf).toList();
            var given = row.text("marks");
            if (!given.isEmpty() && !List.of(given.split("\\|")).equals(marks))
                row.fault("marks", "other-marks", String.join("|", marks));
        }

        private static String status(Row row) {
            var status = row.text("status");
            if (status.isEmpty()) return "official";
            if (!STATUSES.contains(status)) row.fault("status", "unknown-value", STATUSES);
            return status;
        }

        /** A sub-indicator without items would have no score, and neither would anything above it. */
        List<Fault> empty() {
            return groups.stream()
                    .filter(group ->
                            items.stream().noneMatch(item -> item.subIndicator().equals(group)))
                    .map(group -> new Fault("/lines", "empty-sub-indicator", "at least one item of " + group, null, 1))
                    .toList();
        }
    }
}
