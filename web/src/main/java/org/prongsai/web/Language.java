package org.prongsai.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The languages the platform speaks, and which one a caller prefers. */
public enum Language {
    EN,
    TH;

    private static final List<String> TAGS = List.of("en", "th");

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Locale locale() {
        return Locale.of(code());
    }

    /** The first language of the Accept-Language header that we speak; English when there is none. */
    public static Language of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) return EN;
        try {
            var tag = Locale.lookupTag(Locale.LanguageRange.parse(acceptLanguage), TAGS);
            return tag == null ? EN : valueOf(tag.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unreadable) {
            return EN;
        }
    }

    /** The text in this language, else in any other one: a text in the wrong language beats none. */
    public String pick(Map<String, String> text) {
        var mine = text.get(code());
        return mine != null ? mine : text.values().stream().findFirst().orElse("");
    }
}
