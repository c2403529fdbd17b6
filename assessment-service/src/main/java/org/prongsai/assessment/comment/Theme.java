package org.prongsai.assessment.comment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a comment is about, in the eyes of whoever reviews it. */
enum Theme {
    SERVICE,
    TIME,
    FEES,
    CONDUCT,
    INFORMATION,
    FACILITIES,
    ONLINE,
    OTHER;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Theme> of(String code) {
        return Arrays.stream(values())
                .filter(theme -> theme.code().equals(code))
                .findFirst();
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(Theme::code).toList();
    }
}
