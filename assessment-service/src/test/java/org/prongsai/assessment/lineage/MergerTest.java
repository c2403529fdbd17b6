package org.prongsai.assessment.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prongsai.assessment.lineage.Offices.faults;
import static org.prongsai.assessment.lineage.Offices.office;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.agency.Agency;
import org.prongsai.contracts.assessment.AgencyChanged.Link;

class MergerTest {
    private static final LocalDate ON = LocalDate.of(2026, 10, 1);
    private static final Agency A = office("a", "root");
    private static final Agency B = office("b", "root");

    private static Turn merge(String into, String on, Agency... register) {
        return Merger.decide(new Register(List.of(register)), register[0], new Merger.Form(into, on, "an order"));
    }

    @Test
    void theOneEndsTheDayBeforeAndTheOtherGoesOn() {
        var changed = merge("b", "2026-10-01", A, B).changed();
        assertThat(changed).extracting(Agency::agency).containsExactly("a", "b");
        assertThat(changed.getFirst().to()).isEqualTo("2026-09-30");
        assertThat(changed.getFirst().lineage().successors()).containsExactly(new Link("b", "merged", ON));
        assertThat(changed.getLast().to()).isNull();
        assertThat(changed.getLast().lineage().predecessors()).containsExactly(new Link("a", "merged", ON));
    }

    @Test
    void theSuccessorMustBeAnotherOneThatExistsThen() {
        var begun = Offices.office("late").ending(ON.minusDays(1));
        assertThat(faults(merge("atlantis", "2026-10-01", A, B))).containsExactly("/into unknown-agency");
        assertThat(faults(merge("a", "2026-10-01", A, B))).containsExactly("/into same-agency");
        assertThat(faults(merge("late", "2026-10-01", A, begun))).containsExactly("/into not-existing-then");
        assertThat(faults(merge("late", "2026-09-30", A, begun))).isEmpty();
    }

    @Test
    void anEndIsAfterTheBeginningAndHappensOnce() {
        var ended = A.ending(ON.minusDays(1));
        assertThat(faults(merge("b", "2020-01-01", A, B))).containsExactly("/on before-beginning");
        assertThat(faults(merge("b", "2019-01-01", A, B)))
                .containsExactly("/on before-beginning", "/into not-existing-then");
        assertThat(faults(merge("b", "2026-10-02", ended, B))).containsExactly("/on already-ended");
        assertThat(faults(merge("b", "2026-09-30", ended, B))).containsExactly("/on already-ended");
        var told = merge("b", "2026-10-01", ended, B).changed();
        assertThat(told.getFirst().to()).isEqualTo(ended.to());
        assertThat(faults(merge("b", "2026-10-01", told.getFirst(), told.getLast())))
                .containsExactly("/into already-recorded");
    }

    @Test
    void livingChildrenStandInTheWay() {
        var child = office("child", "root", "a");
        assertThat(faults(merge("b", "2026-10-01", A, B, child))).containsExactly("/agency living-children");
        assertThat(merge("b", "2026-10-01", A, B, child).faults().getFirst().actual())
                .isEqualTo(List.of("child"));
        assertThat(faults(merge("b", "2026-10-01", A, B, child.ending(ON.minusDays(1)))))
                .isEmpty();
        var all = new ArrayList<>(List.of(A, B));
        for (int n = 0; n < 25; n++) all.add(office("child-" + n, "root", "a"));
        var named = (List<?>) merge("b", "2026-10-01", all.toArray(Agency[]::new))
                .faults()
                .getFirst()
                .actual();
        assertThat(named).hasSize(21).last().isEqualTo("and 5 more");
        var grandchild = office("grandchild", "root", "a", "child");
        assertThat(faults(merge("b", "2026-10-01", A, B, child.ending(ON.minusDays(1)), grandchild)))
                .isEmpty();
    }

    @Test
    void nobodyComesFromItself() {
        var first = merge("b", "2024-10-01", A, B).changed();
        var second = Merger.decide(
                        new Register(List.of(first.getLast(), office("c"))),
                        first.getLast(),
                        new Merger.Form("c", "2025-10-01", "an order"))
                .changed();
        var revived = first.getFirst().ending(LocalDate.of(2030, 1, 1));
        var c = second.getLast();
        assertThat(faults(merge("a", "2026-10-01", c, second.getFirst(), revived)))
                .containsExactly("/into lineage-cycle");
    }

    @Test
    void everyFaultOfAFormIsNamed() {
        var turn = Merger.decide(new Register(List.of(A)), A, new Merger.Form(" ", "2569-10-01", null));
        assertThat(faults(turn)).containsExactly("/into missing", "/on bad-date", "/reason missing");
        assertThat(turn.changed()).isEmpty();
    }
}
