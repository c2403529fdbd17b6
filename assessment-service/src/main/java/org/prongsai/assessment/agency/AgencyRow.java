package org.prongsai.assessment.agency;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.Slug;
import org.prongsai.methodology.calendar.Dates;

/** One line of the register; what cannot be read is noted and replaced by a stand-in, so that the rest is still checked. */
record AgencyRow(
        long line,
        String agency,
        String parent,
        String type,
        @Nullable String province,
        Map<String, String> name,
        LocalDate from,
        @Nullable LocalDate to,
        String provenance) {

    static final List<String> COLUMNS =
            List.of("agency", "parent", "type", "province", "name_th", "name_en", "from", "to", "provenance");
    private static final List<String> PROVENANCES = List.of("official", "verified", "provisional");
    private static final Set<String> PROVINCES = Stream.of(
                    "10-27", "30-49", "50-58", "60-67", "70-77", "80-86", "90-96")
            .map(range -> range.split("-"))
            .flatMap(ends -> IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]))
                    .boxed())
            .map(number -> "TH-" + number)
            .collect(Collectors.toUnmodifiableSet());
    // Begins with a letter or digit: a spreadsheet that opens an export must not take a name for a formula.
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}(“‘\"][^\\p{Cntrl}]{0,199}");

    /** Notes every fault of the line in {@code rejected}. */
    static AgencyRow read(long line, List<String> fields, List<Rejection> rejected) {
        var cells = new Cells(line, fields, rejected);
        var from = cells.date("from");
        return new AgencyRow(
                line,
                cells.slug(),
                cells.text("parent"),
                cells.oneOf("type", Agency.TYPES),
                cells.province(),
                Map.of("th", cells.name("name_th"), "en", cells.name("name_en")),
                from,
                cells.lastDay(from),
                cells.oneOf("provenance", PROVENANCES));
    }

    Agency at(List<String> path) {
        return new Agency(agency, path, type, province, name, from, to, provenance);
    }

    static List<String> cells(Agency agency) {
        return Stream.of(
                        agency.agency(),
                        agency.parent(),
                        agency.type(),
                        agency.province(),
                        agency.name().get("th"),
                        agency.name().get("en"),
                        agency.from(),
                        agency.to(),
                        agency.provenance())
                .map(cell -> cell == null ? "" : cell.toString())
                .toList();
    }

    private record Cells(long line, List<String> fields, List<Rejection> rejected) {

        String text(String column) {
            return fields.get(COLUMNS.indexOf(column)).strip();
        }

        void reject(String column, String reason, Object expected) {
            rejected.add(new Rejection(line, column, reason, expected, text(column)));
        }

        String slug() {
            var slug = required("agency", Slug.EXPECTED);
            if (!slug.isEmpty() && !Slug.good(slug)) reject("agency", "bad-slug", Slug.EXPECTED);
            return slug;
        }

        String required(String column, Object expected) {
            if (text(column).isEmpty()) rejected.add(new Rejection(line, column, "missing", expected, null));
            return text(column);
        }

        String oneOf(String column, List<String> allowed) {
            var value = required(column, allowed);
            if (!value.isEmpty() && !allowed.contains(value)) reject(column, "bad-" + column, allowed);
            return value;
        }

        @Nullable
        String province() {
            var province = text("province");
            if (province.isEmpty()) return null;
            if (!PROVINCES.contains(province)) reject("province", "bad-province", "ISO 3166-2:TH as TH-50, or empty");
            return province;
        }

        String name(String column) {
            var expected = "a name of at most 200 characters that begins with a letter or digit";
            var name = required(column, expected);
            if (!name.isEmpty() && !NAME.matcher(name).matches()) reject(column, "bad-name", expected);
            return name;
        }

        LocalDate date(String column) {
            var text = required(column, Dates.EXPECTED);
            if (text.isEmpty()) return LocalDate.MIN;
            try {
                return Dates.imported(text);
            } catch (DateTimeException unreadable) {
                reject(column, "bad-date", Dates.EXPECTED);
                return LocalDate.MIN;
            }
        }

        @Nullable
        LocalDate lastDay(LocalDate from) {
            if (text("to").isEmpty()) return null;
            var to = date("to");
            if (to.isBefore(from) && !to.equals(LocalDate.MIN)) reject("to", "dates-reversed", "not before " + from);
            return to;
        }
    }
}
