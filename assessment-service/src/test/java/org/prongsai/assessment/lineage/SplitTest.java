package org.prongsai.assessment.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prongsai.assessment.lineage.Offices.faults;
import static org.prongsai.assessment.lineage.Offices.name;
import static org.prongsai.assessment.lineage.Offices.office;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.agency.Agency;
import org.prongsai.contracts.assessment.AgencyChanged.Link;

class SplitTest {
    private static final LocalDate ON = LocalDate.of(2026, 10, 1);
    private static final Agency OLD = office("old", "root");

    private static Split.Part part(String slug) {
        return new Split.Part(slug, name("New " + slug), null, null);
    }

    private static Turn split(Agency agency, String on, Boolean keeps, Split.Part... into) {
        var register = new Register(List.of(agency, office("taken"), office("child", "root", "parent")));
        return Split.decide(register, agency, new Split.Form(Arrays.asList(into), on, keeps, "an order"));
    }

    @Test
    void newAgenciesBeginWhereTheOldOneStoodWhichEndsTheDayBefore() {
        var changed = split(
                        OLD,
                        "2026-10-01",
                        null,
                        part("east"),
                        new Split.Part("gate", name("Gate"), "checkpoint", "TH-57"))
                .changed();
        var old = changed.getFirst();
        assertThat(old.to()).isEqualTo("2026-09-30");
        assertThat(old.lineage().successors())
                .containsExactly(new Link("east", "split", ON), new Link("gate", "split", ON));
        var east = changed.get(1);
        assertThat(east.path()).containsExactly("root", "east");
        assertThat(east.from()).isEqualTo(ON);
        assertThat(east.to()).isNull();
        assertThat(List.of(east.type(), east.province())).containsExactly("province", "TH-50");
        assertThat(east.lineage().predecessors()).containsExactly(new Link("old", "split", ON));
        var gate = changed.get(2);
        assertThat(List.of(gate.type(), gate.province())).containsExactly("checkpoint", "TH-57");
    }

    @Test
    void oneThatKeepsGoesOnBesideTheNewOnes() {
        var changed = split(OLD, "2026-10-01", true, part("east")).changed();
        assertThat(changed.getFirst().to()).isNull();
        assertThat(changed.getFirst().lineage().successors()).hasSize(1);
        var parent = office("parent", "root");
        assertThat(faults(split(parent, "2026-10-01", true, part("east")))).isEmpty();
        assertThat(faults(split(parent, "2026-10-01", false, part("east"), part("west"))))
                .containsExactly("/agency living-children");
        var ending = OLD.ending(ON);
        assertThat(faults(split(ending, "2026-10-01", true, part("east")))).isEmpty();
        assertThat(faults(split(ending, "2026-10-02", true, part("east")))).containsExactly("/on after-end");
    }

    @Test
    void slugsAreFreeAndNew() {
        assertThat(faults(split(
                        OLD, "2026-10-01", null, part("taken"), part("Bad Slug"), part("x"), part("x"), part("old"))))
                .containsExactly(
                        "/into/0/agency taken",
                        "/into/1/agency bad-slug",
                        "/into/3/agency duplicate",
                        "/into/4/agency taken");
    }

    @Test
    void aSplitHasPartsAndAnEndHasADay() {
        assertThat(faults(split(OLD, "2026-10-01", null, part("x")))).containsExactly("/into too-few");
        assertThat(faults(split(OLD, "2026-10-01", true))).containsExactly("/into too-few");
        var many = Collections.nCopies(101, part("x")).toArray(Split.Part[]::new);
        assertThat(faults(split(OLD, "2026-10-01", true, many))).containsExactly("/into too-many");
        assertThat(faults(split(OLD, "2020-01-01", true, part("x")))).containsExactly("/on before-beginning");
        assertThat(faults(split(OLD.ending(ON), "2026-10-01", false, part("x"), part("y"))))
                .containsExactly("/on already-ended");
    }

    @Test
    void everyFaultOfAFormIsNamed() {
        var blank = new Split.Part(null, Map.of("th", "ก"), "office", "TH-99");
        var turn = Split.decide(new Register(List.of(OLD)), OLD, new Split.Form(List.of(blank), null, false, null));
        assertThat(faults(turn))
                .containsExactly(
                        "/on missing",
                        "/reason missing",
                        "/into too-few",
                        "/into/0/agency missing",
                        "/into/0/type bad-type",
                        "/into/0/province bad-province",
                        "/into/0/name/en missing");
        assertThat(faults(Split.decide(new Register(List.of(OLD)), OLD, new Split.Form(null, null, null, null))))
                .containsExactly("/on missing", "/reason missing", "/into too-few");
    }
}
