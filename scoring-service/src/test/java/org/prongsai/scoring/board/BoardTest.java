package org.prongsai.scoring.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.scoring.Sample;
import org.prongsai.web.Fault;
import org.prongsai.web.Refusal;

class BoardTest {
    private static final RoundState ROUND = Sample.round("r", Sample.REF, "root", Sample.FUTURE);
    private static final Framework FRAMEWORK = Sample.framework(Sample.REF);

    private static Wish wish(String sort, String cursor) {
        return Wish.of(
                "r", new Wish.Asked(null, sort, null, null, 2, cursor), new Wish.Standard(ROUND, FRAMEWORK, false));
    }

    @Test
    void every_fault_of_a_question_is_named() {
        var asked = new Wish.Asked("nowhere", "colour", "best", "plenty", 50, null);
        var refusal = catchThrowableOfType(
                Refusal.class, () -> Wish.of("r", asked, new Wish.Standard(ROUND, FRAMEWORK, false)));
        assertThat(refusal.problem().faults())
                .extracting(Fault::pointer)
                .containsExactly("?parent", "?level", "?adequacy", "?sort");
        assertThat(refusal.problem().faults().getLast().expected())
                .isEqualTo(
                        List.of("agency", "-agency", "total", "-total", "iit", "-iit", "eit", "-eit", "oit", "-oit"));
    }

    @Test
    void a_page_goes_on_in_the_order_it_was_sorted_in() {
        var next = wish("-total", null).cursor().after(List.of("75.00", "b"));
        assertThat(wish("-total", next).after()).containsExactly("75.00", "b");
        catchThrowableOfType(Refusal.class, () -> wish("total", next));
        assertThat(BoardQuery.rows(wish("-total", next)).text()).contains("(s.total) < cast(:last as numeric)", "desc");
        var unscored = wish("-total", null).cursor().after(List.of("", "b"));
        assertThat(BoardQuery.rows(wish("-total", unscored)).text())
                .contains("(s.total) is null and s.agency > :lastAgency");
    }

    @Test
    void a_forged_place_no_unit_can_have_is_refused() {
        var forged = wish("total", null).cursor().after(List.of("1e99999", "b"));
        var refusal = catchThrowableOfType(Refusal.class, () -> wish("total", forged));
        assertThat(refusal.problem().faults()).extracting(Fault::pointer).containsExactly("?cursor");
    }

    @Test
    void a_summary_uses_shown_units_only_and_says_how_many_it_left_out() {
        var summary = Summary.of(
                List.of(
                        new Summary.Group(null, 3, 0, BigDecimal.ZERO),
                        new Summary.Group("pass", 2, 2, new BigDecimal("171.01")),
                        new Summary.Group("good-pass", 1, 1, new BigDecimal("90.00"))),
                FRAMEWORK);
        assertThat(summary.units()).isEqualTo(6);
        assertThat(summary.leftOut()).isEqualTo(3);
        assertThat(summary.mean()).isEqualTo("87.00");
        assertThat(summary.levels())
                .containsEntry("pass", 2L)
                .containsEntry("excellent-pass", 0L)
                .hasSize(5);
        assertThat(Summary.of(List.of(), FRAMEWORK).mean()).isNull();
    }
}
