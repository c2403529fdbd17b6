package org.prongsai.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.prongsai.contracts.assessment.AgencyChanged;
import org.prongsai.contracts.assessment.Participants;
import org.prongsai.contracts.assessment.PersonChanged;
import org.prongsai.contracts.assessment.PersonChanged.Assignment;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.contracts.assessment.RoundState.StepOverride;
import org.prongsai.contracts.assessment.RoundState.StepWindow;

/** A unit below a division below a bureau, a round in which it takes part, and people who look after it. */
public final class Samples {
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    private Samples() {}

    public static AgencyChanged unit(String slug) {
        return agency(slug, "province", List.of("bureau", "division", slug));
    }

    public static AgencyChanged agency(String slug, String type, List<String> path) {
        return new AgencyChanged(
                slug, path, type, null, Map.of("th", "ตม.จว.เชียงใหม่", "en", "Chiang Mai"), LONG_AGO, null);
    }

    public static StepWindow window(String step, Instant from, Instant to) {
        return new StepWindow(step, from, to);
    }

    public static RoundState round(String slug, List<StepWindow> windows, List<StepOverride> overrides) {
        return new RoundState(
                slug,
                Map.of("th", "รอบสาธิต", "en", "Demo round"),
                "sample@1",
                new Participants("bureau", List.of("province")),
                5,
                Map.of(),
                true,
                windows,
                overrides);
    }

    public static PersonChanged person(String slug, String language, Assignment... assignments) {
        return new PersonChanged(
                slug,
                Map.of("th", "สมหมาย ตัวอย่าง", "en", "Sommai Tuayang"),
                slug + "@example.org",
                language,
                List.of(assignments));
    }

    public static Assignment duty(String role, String agency) {
        return new Assignment(role, agency, LONG_AGO, null);
    }
}
