package org.prongsai.gateway.problem;

import java.util.Map;
import java.util.TreeMap;

/** A request the gateway refuses: the reason, a value its sentence names, and the headers that go with it. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final String value;
    private final TreeMap<String, String> headers = new TreeMap<>();

    public Refusal(Reason reason) {
        this(reason, "");
    }

    public Refusal(Reason reason, String value) {
        super(reason.key(), null, false, false);
        this.reason = reason;
        this.value = value;
    }

    public Refusal with(String header, String text) {
        headers.put(header, text);
        return this;
    }

    public Reason reason() {
        return reason;
    }

    String value() {
        return value;
    }

    Map<String, String> headers() {
        return headers;
    }
}
