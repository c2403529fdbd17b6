package org.prongsai.scoring.recount;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RecountTextTest {

    private static RecountResult result(boolean equal, int different, long overdue, long waiting) {
        return new RecountResult(
                "log", "", 900, 100, 0, 4, 2, "a", "b", equal, 5, 6, different, 0, 0, overdue, waiting, List.of(),
                List.of());
    }

    @Test
    void it_ends_with_what_it_comes_to() {
        assertThat(RecountText.end(result(true, 0, 0, 0)))
                .containsExactly("Equal: 1,000 answers in 4.0 s, counted in 2.0 s of them, 500 a second");
        assertThat(RecountText.end(result(false, 1, 0, 0)).getLast()).startsWith("NOT EQUAL: ");
    }

    @Test
    void whoever_damaged_a_row_cannot_write_on_the_terminal() {
        var forged = new Difference("r", "a", "eit", "1", "count,e1,1", "5", "6\u001b[2K\rEqual: all", null);
        var round = new RecountResult(
                "log", "r", 1, 0, 0, 1, 1, "a", "b", false, 1, 1, 1, 0, 0, 0, 0, List.of(), List.of(forged));
        assertThat(RecountText.of(round)).contains("    a eit 1 count,e1,1: recounted 5, live 6?[2K?Equal: all");
    }

    @Test
    void what_no_score_knows_is_told_by_whether_it_should() {
        assertThat(RecountText.end(result(false, 0, 3, 5)))
                .startsWith(
                        "3 records that the log held when the recount began are in no score: the service has not heard them.",
                        "Records that came while it was counted, and wait for the service: 2")
                .last()
                .asString()
                .startsWith("NOT UP TO DATE: ");
        assertThat(RecountText.end(result(true, 0, 0, 5)))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("Equal: ");
    }
}
