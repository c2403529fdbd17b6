package org.prongsai.local;

/** A reason not to run that a person can act on: a sentence with the way out, and no stack trace. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    Refusal(String sentence) {
        super(sentence);
    }

    Refusal(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
