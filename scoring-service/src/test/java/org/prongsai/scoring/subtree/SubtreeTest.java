package org.prongsai.scoring.subtree;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.score.Spread;
import org.prongsai.scoring.Sample;
import org.prongsai.scoring.listing.Order;

class SubtreeTest {
    private static final Framework FRAMEWORK = Sample.framework(Sample.REF);
    private static final int COLUMNS = Column.all(FRAMEWORK).size();

    private static BigDecimal number(String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static Member shown(String agency, String branch, String low, String total, String high) {
        return shown(agency, branch, low, total, high, low == null ? Spread.HIDDEN : Spread.SAMPLED);
    }

    private static Member shown(String agency, String branch, String low, String total, String high, Spread spread) {
        var scores = Collections.nCopies(COLUMNS, number(total));
        return new Member(agency, branch, number(total), number(low), number(high), spread, "pass", null, scores);
    }

    private static Member leftOut(String agency, String branch, String reason) {
        return new Member(
                agency, branch, null, null, null, Spread.UNKNOWN, null, reason, Collections.nCopies(COLUMNS, null));
    }

    private static Subtree subtree(Member... members) {
        return new Subtree(List.of(members), FRAMEWORK);
    }

    @Test
    void a_rank_is_a_range_among_those_with_a_total() {
        var subtree = subtree(
                shown("a", "x", "89.00", "90.00", "91.00"),
                shown("b", "x", "84.00", "88.00", "92.00"),
                shown("c", "y", null, "80.00", null, Spread.EXACT),
                shown("d", "y", "70.00", "80.00", "85.00"),
                leftOut("e", "y", "no-data"));
        assertThat(subtree.place("a")).isEqualTo(new Place(1, 2, 4));
        assertThat(subtree.place("b")).isEqualTo(new Place(1, 3, 4));
        assertThat(subtree.place("c")).isEqualTo(new Place(3, 4, 4));
        assertThat(subtree.place("d")).isEqualTo(new Place(2, 4, 4));
        assertThat(subtree.place("e")).isNull();
        assertThat(subtree.place("elsewhere")).isNull();
    }

    @Test
    void who_shows_no_interval_has_no_rank_and_is_counted_among_those_it_may_lie_between() {
        for (var spread : List.of(Spread.HIDDEN, Spread.NONE, Spread.UNKNOWN)) {
            var subtree = subtree(
                    shown("a", "x", "89.00", "90.00", "91.00"),
                    shown("b", "x", null, "99.00", null, spread),
                    shown("c", "y", "70.00", "75.00", "80.00"));
            assertThat(subtree.place("a")).isEqualTo(new Place(1, 2, 3));
            assertThat(subtree.place("b")).as(spread.code()).isNull();
            assertThat(subtree.place("c")).isEqualTo(new Place(2, 3, 3));
        }
    }

    @Test
    void only_units_with_a_total_are_summed_up_and_the_others_are_said_with_their_reason() {
        var summary = subtree(
                        shown("a", "x", null, "90.00", null),
                        shown("b", "x", null, "85.50", null),
                        shown("c", "x", null, "85.51", null),
                        leftOut("d", "x", "no-data"),
                        leftOut("e", "x", "small-group"),
                        leftOut("f", "x", "small-group"))
                .whole();
        assertThat(summary.units()).isEqualTo(6);
        assertThat(summary.shown()).isEqualTo(3);
        assertThat(summary.leftOut()).isEqualTo(3);
        assertThat(summary.totals().mean()).isEqualTo("87.00");
        assertThat(summary.reasons())
                .hasSize(5)
                .containsEntry("no-data", 1)
                .containsEntry("small-group", 2)
                .containsEntry("insufficient", 0);
        assertThat(summary.levels())
                .containsEntry("pass", 3)
                .containsEntry("excellent-pass", 0)
                .hasSize(5);
        assertThat(summary.instruments()).containsOnlyKeys("iit", "eit", "oit");
        assertThat(summary.indicators()).containsOnlyKeys("1", "2", "6", "7", "9");
    }

    @Test
    void what_a_unit_does_not_show_is_in_no_mean() {
        var hidden = shown("a", "x", null, "90.00", null);
        var some = Arrays.asList(hidden.scores().toArray(BigDecimal[]::new));
        some.set(3, null);
        var summary = subtree(
                        new Member("a", "x", hidden.total(), null, null, Spread.HIDDEN, "pass", null, some),
                        shown("b", "x", null, "80.00", null))
                .whole();
        assertThat(summary.indicators().get("1")).isEqualTo(new Summary.Mean(1, number("80.00")));
        assertThat(summary.indicators().get("2")).isEqualTo(new Summary.Mean(2, number("85.00")));
        assertThat(summary.instruments().get("iit").mean()).isEqualTo("85.00");
    }

    @Test
    void a_score_that_is_there_without_a_total_is_not_summed_up() {
        var some = Arrays.asList(new BigDecimal[COLUMNS]);
        some.set(0, number("12.00"));
        var summary = subtree(
                        new Member("a", "x", null, null, null, Spread.UNKNOWN, null, "no-data", some),
                        shown("b", "x", null, "80.00", null))
                .whole();
        assertThat(summary.instruments().get("iit").units()).isEqualTo(1);
        assertThat(summary.instruments().get("iit").min()).isEqualTo("80.00");
    }

    @Test
    void totals_fall_into_steps_of_five_and_the_last_one_is_closed() {
        var summary = subtree(
                        shown("a", "x", null, "0.00", null),
                        shown("b", "x", null, "4.99", null),
                        shown("c", "x", null, "5.00", null),
                        shown("d", "x", null, "95.00", null),
                        shown("e", "x", null, "100.00", null))
                .whole();
        assertThat(summary.histogram()).hasSize(20).startsWith(2, 1, 0).endsWith(0, 2);
        assertThat(summary.totals())
                .isEqualTo(new Distribution(
                        5,
                        number("0.00"),
                        number("4.99"),
                        number("5.00"),
                        number("95.00"),
                        number("100.00"),
                        number("41.00")));
    }

    @Test
    void a_quartile_between_two_scores_lies_between_them() {
        var two = Distribution.of(List.of(number("10.00"), number("20.00")), 2);
        assertThat(two.lowerQuartile()).isEqualTo("12.50");
        assertThat(two.median()).isEqualTo("15.00");
        assertThat(two.upperQuartile()).isEqualTo("17.50");
        assertThat(Distribution.of(List.of(), 2)).isEqualTo(new Distribution(0, null, null, null, null, null, null));
    }

    @Test
    void a_branch_is_what_lies_right_below_the_parent() {
        var subtree = subtree(
                shown("root", null, null, "10.00", null),
                shown("x", "x", null, "80.00", null),
                shown("x1", "x", null, "90.00", null),
                leftOut("y1", "y", "insufficient"));
        assertThat(subtree.branches()).containsExactly("x", "y");
        assertThat(subtree.whole().units()).isEqualTo(4);
        assertThat(subtree.whole().totals().mean()).isEqualTo("60.00");
        assertThat(subtree.summary("x").totals().mean()).isEqualTo("85.00");
        assertThat(subtree.summary("y").leftOut()).isEqualTo(1);
        assertThat(subtree.mean("x", new Order("total", true))).contains(number("85.00"));
        assertThat(subtree.mean("x", new Order("9", false))).contains(number("85.00"));
        assertThat(subtree.mean("y", new Order("total", true))).isEmpty();
    }
}
