package org.prongsai.launcher;

/** A reason not to start that a person can act on: one sentence, and no stack trace. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Refusal(String sentence) {
        super(sentence);
    }
}
