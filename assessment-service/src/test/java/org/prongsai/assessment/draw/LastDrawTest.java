package org.prongsai.assessment.draw;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.prongsai.web.ProblemType;

class LastDrawTest {

    private final LastDraw last = new LastDraw(17, 3);

    @Test
    void its_tag_is_another_one_after_each_draw() {
        assertThat(last.tag().value()).isEqualTo("\"17-3\"");
        assertThat(new LastDraw(18, 4).tag()).isNotEqualTo(last.tag());
    }

    @Test
    void who_saw_less_is_refused_and_told_what_it_is_now() {
        var stale = last.refuse("\"9-2\"").orElseThrow();
        assertThat(stale.type()).isEqualTo(ProblemType.STALE);
        assertThat(stale.headers()).containsEntry("ETag", "\"17-3\"");
    }

    @Test
    void who_saw_it_or_does_not_say_may_draw() {
        assertThat(last.refuse("\"17-3\"")).isEmpty();
        assertThat(last.refuse(null)).isEmpty();
        assertThat(last.refuse(" ")).isEmpty();
    }
}
