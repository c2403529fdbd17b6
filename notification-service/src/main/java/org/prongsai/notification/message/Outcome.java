package org.prongsai.notification.message;

/** How sending a letter ended. */
sealed interface Outcome {

    /** The mail server took it. */
    record Sent() implements Outcome {}

    /** It may come right by itself: a server that is away, slow or busy. */
    record Later(String reason) implements Outcome {}

    /** It will never arrive: there is no such address. */
    record Never(String reason) implements Outcome {}
}
