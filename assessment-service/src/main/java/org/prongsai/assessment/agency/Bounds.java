package org.prongsai.assessment.agency;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prongsai.contracts.assessment.AgencyChanged.FormerName;
import org.prongsai.contracts.assessment.AgencyChanged.Link;
import org.prongsai.web.Rejection;

/** Which first and last day a file may give an agency whose names and lineage are recorded already. */
record Bounds(Agency agency) {

    List<Rejection> refuse(AgencyRow row) {
        var found = new ArrayList<Rejection>();
        var days = days().sorted().toList();
        if (days.isEmpty()) return found;
        if (row.from().isAfter(days.getFirst()))
            found.add(rejection(row, "from", "not after " + days.getFirst(), row.from()));
        var end = fixedEnd();
        var to = row.to();
        if (LocalDate.MIN.equals(to)) return found; // unreadable, and refused for that
        if (end != null && !end.equals(to))
            found.add(rejection(row, "to", end + ", when its successors took over", to));
        else if (to != null && to.isBefore(days.getLast()))
            found.add(rejection(row, "to", "not before " + days.getLast(), to));
        return found;
    }

    /** Days on which it is known to have existed. */
    private Stream<LocalDate> days() {
        var lineage = agency.lineage();
        return Stream.of(
                        agency.names().stream().map(FormerName::to),
                        lineage.predecessors().stream().map(Link::on),
                        lineage.successors().stream().map(link -> link.on().minusDays(1)))
                .flatMap(each -> each);
    }

    /** Its last day if it ended for its successors: an old file must not bring it back to life. */
    private @Nullable LocalDate fixedEnd() {
        return agency.lineage().successors().stream()
                .map(link -> link.on().minusDays(1))
                .filter(day -> day.equals(agency.to()))
                .findFirst()
                .orElse(null);
    }

    private static Rejection rejection(AgencyRow row, String column, String expected, @Nullable LocalDate actual) {
        var given = actual == null ? "empty" : actual.toString();
        return new Rejection(row.line(), column, "contradicts-lineage", expected, given);
    }
}
