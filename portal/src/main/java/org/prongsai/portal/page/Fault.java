package org.prongsai.portal.page;

import java.util.Locale;

/** What can go wrong with a page as a whole, as a visitor meets it. */
enum Fault {
    UNREADABLE(400),
    NOT_SIGNED_IN(401),
    SIGNED_OUT(401),
    NOT_YOURS(403),
    NOT_FOUND(404),
    TOO_LARGE(413),
    BUSY(429),
    BUG(500),
    AWAY(503);

    private final int status;

    Fault(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    /** The middle of its words: {@code fault-not-found-what}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whoever had filled in a form before it got nowhere is to keep it. */
    Fault sending() {
        return this == NOT_SIGNED_IN ? SIGNED_OUT : this;
    }

    static Fault of(int status) {
        return switch (status) {
            case 401 -> NOT_SIGNED_IN;
            case 403 -> NOT_YOURS;
            case 404 -> NOT_FOUND;
            case 413 -> TOO_LARGE;
            case 429 -> BUSY;
            case 502, 503, 504 -> AWAY;
            default -> status >= 400 && status < 500 ? UNREADABLE : BUG;
        };
    }
}
