package org.prongsai.assessment.comment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewFormTest {

    @Test
    void what_is_kept_has_a_theme_and_may_have_an_essence() {
        assertThat(faults(new ReviewForm("kept", "fees", null))).isEmpty();
        assertThat(new ReviewForm("kept", "fees", "the fee e\u0301tait unclear").review())
                .isEqualTo(new Review(State.KEPT, Theme.FEES, "the fee était unclear"));
        assertThat(faults(new ReviewForm("kept", null, "x"))).containsExactly("/theme missing");
        assertThat(faults(new ReviewForm("kept", "weather", " ")))
                .containsExactly("/theme wrong-value", "/essence empty");
        assertThat(faults(new ReviewForm("kept", "time", "x".repeat(501)))).containsExactly("/essence too-long");
        assertThat(faults(new ReviewForm("kept", "time", "😀".repeat(500)))).isEmpty();
    }

    @Test
    void what_is_set_aside_has_neither() {
        assertThat(new ReviewForm("set-aside", null, null).review()).isEqualTo(new Review(State.SET_ASIDE, null, null));
        assertThat(faults(new ReviewForm("set-aside", "time", "x")))
                .containsExactly("/theme not-kept", "/essence not-kept");
    }

    @Test
    void there_are_two_verdicts() {
        assertThat(faults(new ReviewForm(null, "time", null))).containsExactly("/verdict missing");
        assertThat(faults(new ReviewForm("waiting", "time", null))).containsExactly("/verdict wrong-value");
    }

    @Test
    void an_audit_row_knows_verdict_and_theme_and_no_words() {
        assertThat(new Review(State.KEPT, Theme.ONLINE, "the page is slow").summary())
                .isEqualTo("kept online");
        assertThat(new Review(State.SET_ASIDE, null, null).summary()).isEqualTo("set-aside");
    }

    private static List<String> faults(ReviewForm form) {
        return form.faults().stream()
                .map(fault -> fault.pointer() + " " + fault.reason())
                .toList();
    }
}
