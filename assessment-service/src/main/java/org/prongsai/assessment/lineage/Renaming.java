package org.prongsai.assessment.lineage;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.agency.Agency;
import org.prongsai.contracts.assessment.AgencyChanged.FormerName;

/** Decides whether an agency gets a new name; it keeps its id, and the name it had stays with the days it held. */
final class Renaming {

    /** A new name as somebody wrote it down. */
    record Form(
            @Nullable @JsonSetter(contentNulls = Nulls.SET) Map<String, @Nullable String> name,
            @Nullable String from,
            @Nullable String reason) {}

    private Renaming() {}

    /** A name is entered on its first day at the earliest: until then the old one is right. */
    static Turn decide(Agency agency, Form form, LocalDate today) {
        var findings = new Findings();
        var name = findings.name("/name", form.name());
        if (name.equals(agency.name())) findings.add("/name", "same-name", "another name than now", null);
        findings.reason(form.reason());
        var from = findings.day("/from", form.from());
        if (from != null) check(agency, from, today, findings);
        return Turn.of(findings, () -> List.of(renamed(agency, name, from)));
    }

    private static void check(Agency agency, LocalDate from, LocalDate today, Findings findings) {
        var given = from.toString();
        if (!from.isAfter(agency.named()))
            findings.add(
                    "/from",
                    agency.names().isEmpty() ? "before-beginning" : "before-last-name",
                    "after " + agency.named(),
                    given);
        if (agency.to() != null && from.isAfter(agency.to()))
            findings.add("/from", "after-end", "not after " + agency.to(), given);
        if (from.isAfter(today)) findings.add("/from", "in-future", "not after today, " + today, given);
    }

    private static Agency renamed(Agency agency, Map<String, String> name, @Nullable LocalDate from) {
        if (from == null) return agency;
        var names = new ArrayList<>(agency.names());
        names.add(new FormerName(agency.name(), agency.named(), from.minusDays(1)));
        return agency.called(name, names);
    }
}
