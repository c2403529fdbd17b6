package org.prongsai.assessment.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prongsai.assessment.lineage.Offices.faults;
import static org.prongsai.assessment.lineage.Offices.name;
import static org.prongsai.assessment.lineage.Offices.office;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.agency.Agency;
import org.prongsai.contracts.assessment.AgencyChanged.FormerName;

class RenamingTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    private static Turn rename(Agency agency, Map<String, String> name, String from) {
        return Renaming.decide(agency, new Renaming.Form(name, from, "an order"), TODAY);
    }

    private static Agency renamed(Agency agency, String name, String from) {
        return rename(agency, name(name), from).changed().getFirst();
    }

    @Test
    void theFormerNamesStayWithTheDaysTheyHeld() {
        var first = renamed(office("a"), "second", "2024-10-01");
        var second = renamed(first, "third", "2026-11-26");
        assertThat(second.agency()).isEqualTo("a");
        assertThat(second.name()).isEqualTo(name("third"));
        assertThat(second.names())
                .containsExactly(
                        new FormerName(name("a"), Offices.BEGUN, LocalDate.of(2024, 9, 30)),
                        new FormerName(name("second"), LocalDate.of(2024, 10, 1), LocalDate.of(2026, 11, 25)));
        assertThat(second.tag()).isNotEqualTo(first.tag());
    }

    @Test
    void aNameIsHeldForADayAtLeastAndNotBeforeItsDay() {
        var ended = office("a").ending(LocalDate.of(2025, 9, 30));
        var renamed = renamed(office("a"), "second", "2024-10-01");
        assertThat(faults(rename(office("a"), name("b"), "2020-01-01"))).containsExactly("/from before-beginning");
        assertThat(faults(rename(office("a"), name("b"), "2020-01-02"))).isEmpty();
        assertThat(faults(rename(renamed, name("b"), "2024-10-01"))).containsExactly("/from before-last-name");
        assertThat(faults(rename(ended, name("b"), "2025-09-30"))).isEmpty();
        assertThat(faults(rename(ended, name("b"), "2025-10-01"))).containsExactly("/from after-end");
        assertThat(faults(rename(office("a"), name("b"), "2026-11-27"))).containsExactly("/from in-future");
        assertThat(faults(rename(office("a"), name("b"), "2569-01-01"))).containsExactly("/from bad-date");
    }

    @Test
    void everyFaultOfAFormIsNamed() {
        assertThat(faults(Renaming.decide(office("a"), new Renaming.Form(null, null, " "), TODAY)))
                .containsExactly("/name/th missing", "/name/en missing", "/reason missing", "/from missing");
        var odd = Map.of("th", "  ", "en", "=1+1", "fr", "Bureau");
        assertThat(faults(Renaming.decide(office("a"), new Renaming.Form(odd, "x", "r".repeat(501)), TODAY)))
                .containsExactly(
                        "/name/th missing",
                        "/name/en bad-name",
                        "/name/fr unknown-language",
                        "/reason too-long",
                        "/from bad-date");
        assertThat(faults(rename(office("a"), name("a"), "2024-10-01"))).containsExactly("/name same-name");
    }
}
