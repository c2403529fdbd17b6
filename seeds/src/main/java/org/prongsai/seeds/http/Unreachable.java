package org.prongsai.seeds.http;

/** Nobody answered, or nobody was ready to, for as long as it made sense to ask. */
public final class Unreachable extends RuntimeException {

    public Unreachable(String message, Throwable cause) {
        super(message, cause);
    }

    public Unreachable(String message) {
        super(message);
    }
}
