package org.prongsai.methodology.translation;

import java.util.Map;

/** A question, or the heading of one, and its answers by option code, in one language. */
public record Phrase(String text, Map<String, String> options) {
    public Phrase {
        options = Map.copyOf(options);
    }
}
