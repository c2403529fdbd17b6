package org.prongsai.scoring.recount;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.prongsai.scoring.tally.KeptTally;
import org.prongsai.scoring.tally.TallyKey;

class TallyLinesTest {
    private static final TallyKey KEY = new TallyKey("r", "a", "eit", "1");

    private static KeptTally tally(long responses, String... lines) {
        return new KeptTally(KEY, "f@1", responses, String.join("\n", lines));
    }

    private static Difference shown(String what, String recounted, String live) {
        return new Difference("r", "a", "eit", "1", what, recounted, live, null);
    }

    private static Difference hidden(String what, String why) {
        return new Difference("r", "a", "eit", "1", what, null, null, why);
    }

    @Test
    void each_line_that_differs_has_both_figures() {
        assertThat(TallyLines.compare(KEY, tally(30, "count,e1,1,30"), tally(31, "count,e1,1,31"), false))
                .containsExactly(shown("count,e1,1", "30", "31"), shown("responses", "30", "31"));
        assertThat(TallyLines.compare(KEY, tally(30, "count,e1,1,30"), tally(30, "count,e1,1,30"), true))
                .isEmpty();
    }

    @Test
    void sums_of_pairs_are_never_shown() {
        assertThat(TallyLines.compare(KEY, tally(30, "pair,e1,e2,5,6"), tally(30, "pair,e1,e2,5,7"), false))
                .containsExactly(hidden("pair,e1,e2", "never-shown"));
    }

    @Test
    void where_another_part_of_the_survey_is_small_or_this_one_is_no_figure_is_shown() {
        var some = tally(30, "count,e1,1,30");
        var other = tally(30, "count,e1,1,29");
        assertThat(TallyLines.compare(KEY, some, other, true)).containsExactly(hidden("answers", "small-group"));
        assertThat(TallyLines.compare(KEY, some, tally(29, "count,e1,1,29"), false))
                .containsExactly(hidden("answers", "small-group"));
        assertThat(TallyLines.few(0)).isFalse();
        assertThat(TallyLines.few(1)).isTrue();
        assertThat(TallyLines.few(29)).isTrue();
        assertThat(TallyLines.few(30)).isFalse();
    }
}
