package org.prongsai.gateway.problem;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/** A request the gateway refuses: the reason, the words its sentence names, and the headers that go with it. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final Serializable[] words;
    private final TreeMap<String, String> headers = new TreeMap<>();

    /** A number among the words lets the sentence choose between one and many. */
    public Refusal(Reason reason, Serializable... words) {
        super(reason.key(), null, false, false);
        this.reason = reason;
        this.words = words.clone();
    }

    public Refusal with(String header, String text) {
        headers.put(header, text);
        return this;
    }

    public Reason reason() {
        return reason;
    }

    Object[] words() {
        return words.clone();
    }

    Map<String, String> headers() {
        return headers;
    }
}
