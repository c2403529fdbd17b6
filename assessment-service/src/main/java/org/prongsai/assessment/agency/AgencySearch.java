package org.prongsai.assessment.agency;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.calendar.Dates;
import org.prongsai.web.Fault;
import org.prongsai.web.Problem;
import org.prongsai.web.ProblemType;

/**
 * Which agencies somebody looks for, and in which order.
 *
 * @param parent root of a subtree, itself included
 * @param q part of a slug, a Thai or an English name of now or before; capitals do not matter
 * @param on a day on which they exist, or null for those of all times
 */
record AgencySearch(
        @Nullable String parent,
        @Nullable String q,
        List<String> types,
        @Nullable LocalDate on,
        Order order,
        boolean descending) {

    /** What a list can be sorted by, names as a dictionary has them; the slug decides between equals. */
    enum Order {
        AGENCY("agency", Agency::agency),
        PATH("array_to_string(path, ' ')", agency -> String.join(" ", agency.path())),
        NAME_TH(
                "name_th collate \"th-x-icu\"",
                agency -> Objects.requireNonNull(agency.name().get("th"))),
        NAME_EN(
                "name_en collate \"en-x-icu\"",
                agency -> Objects.requireNonNull(agency.name().get("en")));

        private final String column;
        private final Function<Agency, String> key;

        Order(String column, Function<Agency, String> key) {
            this.column = column;
            this.key = key;
        }

        String column() {
            return column;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '.');
        }
    }

    static AgencySearch of(
            @Nullable String parent, @Nullable String q, List<String> types, @Nullable String on, String sort) {
        var faults = new ArrayList<Fault>();
        for (var type : types)
            if (!Agency.TYPES.contains(type)) faults.add(new Fault("?type", "unknown-type", Agency.TYPES, type));
        var day = day(blankIsNone(on), faults);
        boolean descending = sort.startsWith("-");
        var code = descending ? sort.substring(1) : sort;
        var order = Arrays.stream(Order.values())
                .filter(each -> each.code().equals(code))
                .findFirst();
        if (order.isEmpty()) faults.add(new Fault("?sort", "unknown-order", orders(), sort));
        if (!faults.isEmpty())
            throw Problem.of(ProblemType.INVALID_REQUEST, faults).refusal();
        return new AgencySearch(blankIsNone(parent), blankIsNone(q), types, day, order.orElseThrow(), descending);
    }

    private static @Nullable LocalDate day(@Nullable String text, List<Fault> faults) {
        try {
            return text == null ? null : Dates.iso(text);
        } catch (DateTimeException unreadable) {
            faults.add(new Fault("?on", "bad-date", "a date as 2024-09-30", text));
            return null;
        }
    }

    List<String> keys(Agency agency) {
        return List.of(order.key.apply(agency), agency.agency());
    }

    private static List<String> orders() {
        return Arrays.stream(Order.values())
                .map(Order::code)
                .flatMap(code -> List.of(code, "-" + code).stream())
                .toList();
    }

    private static @Nullable String blankIsNone(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
