package org.prongsai.assessment.agency;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.Slug;
import org.prongsai.contracts.assessment.AgencyChanged.Lineage;
import org.prongsai.methodology.calendar.Dates;
import org.prongsai.web.CsvLine;

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
    static final List<String> DATES = List.of("from", "to");
    private static final List<String> PROVENANCES = List.of("official", "verified", "provisional");

    /** Notes every fault of the line. */
    static AgencyRow read(CsvLine line) {
        var cells = new Cells(line);
        var from = cells.date("from");
        return new AgencyRow(
                line.number(),
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
        return new Agency(agency, path, type, province, name, from, to, provenance, List.of(), Lineage.NONE);
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

    private record Cells(CsvLine line) {

        String text(String column) {
            return line.text(column);
        }

        void reject(String column, String reason, Object expected) {
            line.reject(column, reason, expected);
        }

        String required(String column, Object expected) {
            return line.required(column, expected);
        }

        String slug() {
            var slug = required("agency", Slug.EXPECTED);
            if (!slug.isEmpty() && !Slug.good(slug)) reject("agency", "bad-slug", Slug.EXPECTED);
            return slug;
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
            if (!Agency.province(province)) reject("province", "bad-province", "ISO 3166-2:TH as TH-50, or empty");
            return province;
        }

        String name(String column) {
            var name = required(column, Agency.NAME);
            if (!name.isEmpty() && !Agency.goodName(name)) reject(column, "bad-name", Agency.NAME);
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
