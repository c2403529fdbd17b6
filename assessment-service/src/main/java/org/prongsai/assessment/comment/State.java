package org.prongsai.assessment.comment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How far a comment has come. */
enum State {
    WAITING,
    KEPT,
    SET_ASIDE;

    /** What a review can make of a comment. */
    static final List<String> VERDICTS = List.of(KEPT.code(), SET_ASIDE.code());

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<State> of(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst();
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(State::code).toList();
    }
}
