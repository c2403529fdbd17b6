package org.prongsai.assessment.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is reported. */
enum Kind {
    /** Somebody else was given a ticket for the holder's code; who reports it shows the code. */
    ALREADY_USED,
    /** Somebody told the holder what to answer; who reports it shows the ticket, which leads to no code and to no answer. */
    TOLD_WHAT_TO_ANSWER;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Kind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(Kind::code).toList();
    }
}
