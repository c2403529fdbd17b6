package org.prongsai.assessment.draw;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How people come to their invitation. */
enum Channel {
    /** Codes on slips of paper: shown to who draws, once. */
    SLIPS("/count"),
    /** No code: people are named, and sign in officially to be given a ticket; only the issuer knows who was. */
    SIGN_IN("/people"),
    /** Codes for the visits of a day that are to be asked about, each shown to the assessor beside its visit, once. */
    VISITS("/sample"),
    /** Codes that go straight to people by mail: who draws names addresses, and is shown no code. */
    MESSAGE("/people");

    private final String field;

    Channel(String field) {
        this.field = field;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where a request says how many there are to be. */
    String field() {
        return field;
    }

    /** Whether the invited hold codes. */
    boolean coded() {
        return this != SIGN_IN;
    }

    /** Whether who draws is shown the codes. */
    boolean shown() {
        return this == SLIPS || this == VISITS;
    }

    /** One that can be asked for by its name. */
    static Optional<Channel> of(String code) {
        return named().filter(c -> c.code().equals(code)).findFirst();
    }

    static List<String> codes() {
        return named().map(Channel::code).toList();
    }

    private static Stream<Channel> named() {
        return Arrays.stream(values()).filter(channel -> channel != VISITS);
    }
}
