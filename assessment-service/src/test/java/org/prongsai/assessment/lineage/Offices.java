package org.prongsai.assessment.lineage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.prongsai.assessment.agency.Agency;
import org.prongsai.contracts.assessment.AgencyChanged.Lineage;

/** Agencies for tests, all of them begun in 2020. */
final class Offices {
    static final LocalDate BEGUN = LocalDate.of(2020, 1, 1);

    private Offices() {}

    static Map<String, String> name(String english) {
        return Map.of("th", "หน่วย " + english, "en", english);
    }

    static Agency office(String agency, String... above) {
        var path = new ArrayList<>(List.of(above));
        path.add(agency);
        return new Agency(
                agency, path, "province", "TH-50", name(agency), BEGUN, null, "provisional", List.of(), Lineage.NONE);
    }

    static List<String> faults(Turn turn) {
        return turn.faults().stream()
                .map(fault -> fault.pointer() + " " + fault.reason())
                .toList();
    }
}
