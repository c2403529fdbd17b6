package org.prongsai.assessment.ticket;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How people come to their invitation. */
enum Channel {
    /** Codes on slips of paper: shown to who draws, once. */
    SLIPS,
    /** No code: people are named, and sign in officially to be given a ticket; only the issuer knows who was. */
    SIGN_IN;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Channel> of(String code) {
        return Arrays.stream(values()).filter(c -> c.code().equals(code)).findFirst();
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(Channel::code).toList();
    }
}
