package org.prongsai.portal.speech;

import java.util.Map;

/**
 * A language that pages can be in.
 *
 * @param code as in the attribute {@code lang}: {@code th}
 * @param name what it is called in itself ({@code own}), in Thai and in English
 * @param original whether its words are the platform's own and not a translation without authority
 */
public record Tongue(String code, Map<String, String> name, boolean original) {

    /** What its speakers call it. */
    public String own() {
        return name.getOrDefault("own", code);
    }
}
