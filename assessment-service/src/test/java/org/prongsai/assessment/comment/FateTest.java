package org.prongsai.assessment.comment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.prongsai.web.Problem;
import org.prongsai.web.ProblemType;

class FateTest {

    private static final UUID ID = UUID.fromString("0b54b4f4-2f0c-4b5e-9d3f-6c1f1f6c9a11");
    private static final Comment COMMENT = new Comment(ID, "th", "ดี");
    private static final Optional<Problem> OPEN = Optional.empty();
    private static final Optional<Problem> CLOSED = Optional.of(Problem.of(ProblemType.WINDOW_CLOSED, "a", "b"));

    @Test
    void the_first_is_taken_while_the_window_is_open_and_there_is_room() {
        assertThat(fate(null, OPEN, true)).isEqualTo(new Fate.First());
        assertThat(refusal(fate(null, CLOSED, true))).isEqualTo(ProblemType.WINDOW_CLOSED);
        assertThat(refusal(fate(null, OPEN, false))).isEqualTo(ProblemType.BUSY);
    }

    @Test
    void the_same_again_is_there_already_also_after_the_end_and_after_its_review() {
        assertThat(fate(stored("ดี", State.WAITING), OPEN, false)).isEqualTo(new Fate.Repeated());
        assertThat(fate(stored("ดี", State.KEPT), CLOSED, true)).isEqualTo(new Fate.Repeated());
    }

    @Test
    void another_text_takes_its_place_until_somebody_has_reviewed_it() {
        assertThat(fate(stored("ไม่ดี", State.WAITING), OPEN, false)).isEqualTo(new Fate.Replacing());
        assertThat(refusal(fate(stored("ไม่ดี", State.WAITING), CLOSED, true))).isEqualTo(ProblemType.WINDOW_CLOSED);
        assertThat(refusal(fate(stored("ไม่ดี", State.KEPT), OPEN, true))).isEqualTo(ProblemType.CONFLICT);
        assertThat(refusal(fate(stored("ไม่ดี", State.SET_ASIDE), OPEN, true))).isEqualTo(ProblemType.CONFLICT);
        assertThat(refusal(fate(stored(null, State.KEPT), OPEN, true))).isEqualTo(ProblemType.CONFLICT);
    }

    @Test
    void another_language_is_another_text() {
        var english = Optional.of(new Stored(ID, "en", "ดี", State.WAITING, null, null, 1));
        assertThat(Fate.of(COMMENT, english, OPEN, true)).isEqualTo(new Fate.Replacing());
    }

    private static Fate fate(@Nullable Stored before, Optional<Problem> closed, boolean room) {
        return Fate.of(COMMENT, Optional.ofNullable(before), closed, room);
    }

    private static ProblemType refusal(Fate fate) {
        return ((Fate.Refused) fate).problem().type();
    }

    private static Stored stored(@Nullable String text, State state) {
        return new Stored(ID, "th", text, state, null, null, 1);
    }
}
