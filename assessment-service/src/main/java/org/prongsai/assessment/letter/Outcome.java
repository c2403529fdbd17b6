package org.prongsai.assessment.letter;

/** How handing over a letter ended; a reason names neither address nor unit. */
sealed interface Outcome {

    /** The mail server took it. */
    record Sent() implements Outcome {}

    /** It may come right by itself: a server that is away, slow or busy. */
    record Later(String reason) implements Outcome {}

    /** It will never arrive: there is no such mailbox. */
    record Never(String reason) implements Outcome {}
}
