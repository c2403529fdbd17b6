package org.prongsai.assessment.amendment;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.framework.Element;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.framework.Indicator;
import org.prongsai.methodology.framework.Instrument;
import org.prongsai.methodology.framework.Item;
import org.prongsai.methodology.itemlist.Likeness;
import org.prongsai.web.Fault;

/**
 * What somebody may have filed or marked already goes on being asked for, under the same code and as the same thing,
 * and its mark goes on being one.
 */
final class Filed {

    private Filed() {}

    /** An item and the group in which it counts. */
    private record Asked(String group, Item item) {

        boolean same(Asked other) {
            return group.equals(other.group)
                    && elements().equals(other.elements())
                    && Likeness.alike(item.text(), other.item.text());
        }

        private Map<String, @Nullable LocalDate> elements() {
            var days = new HashMap<String, @Nullable LocalDate>();
            for (Element each : item.elements()) days.put(each.code(), each.asOf());
            return days;
        }

        @Override
        public String toString() {
            return item.code() + " of " + group + ": " + item.text().getOrDefault("th", "") + " / "
                    + item.text().getOrDefault("en", "") + elementsSaid();
        }

        private String elementsSaid() {
            return new TreeMap<>(elements())
                    .entrySet().stream()
                            .map(each -> each.getValue() == null
                                    ? each.getKey()
                                    : each.getKey() + " as of " + each.getValue())
                            .collect(Collectors.joining(", ", ", elements ", ""));
        }
    }

    static List<Fault> faults(Framework from, Framework to) {
        return from.instruments().stream()
                .filter(Instrument::marked)
                .flatMap(old -> faults(old, to))
                .toList();
    }

    private static Stream<Fault> faults(Instrument old, Framework to) {
        var fresh = to.instrument(old.code());
        var now = fresh.map(Filed::asked).orElse(Map.of());
        var items = asked(old).entrySet().stream().flatMap(each -> fault(each.getKey(), each.getValue(), now));
        var marks = fresh.filter(f -> !f.marks().containsAll(old.marks()))
                .map(f -> fault("mark-dropped", old.marks(), f.marks()));
        return Stream.concat(items, marks.stream());
    }

    private static Stream<Fault> fault(String code, Asked was, Map<String, Asked> now) {
        var is = now.get(code);
        if (is == null) return Stream.of(fault("item-dropped", "the item " + code, null));
        return was.same(is) ? Stream.empty() : Stream.of(fault("item-replaced", was.toString(), is.toString()));
    }

    private static Fault fault(String reason, Object expected, @Nullable Object actual) {
        return new Fault("/framework", reason, expected, actual);
    }

    private static Map<String, Asked> asked(Instrument instrument) {
        return instrument.indicators().stream()
                .flatMap(Filed::asked)
                .collect(Collectors.toMap(
                        each -> each.item().code(), each -> each, (one, _) -> one, LinkedHashMap::new));
    }

    private static Stream<Asked> asked(Indicator indicator) {
        return Stream.concat(
                indicator.items().stream().map(item -> new Asked(indicator.code(), item)),
                indicator.subIndicators().stream()
                        .flatMap(group -> group.items().stream().map(item -> new Asked(group.code(), item))));
    }
}
