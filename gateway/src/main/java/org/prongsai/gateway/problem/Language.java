package org.prongsai.gateway.problem;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The languages the gateway speaks, how a caller chooses one, and its texts. */
public enum Language {
    TH,
    EN;

    private static final List<Locale> SPOKEN = List.of(Locale.of("th"), Locale.ENGLISH);

    /** Programs that choose nothing we speak are answered in English. */
    public static Language of(@Nullable String acceptLanguage) {
        return spoken(acceptLanguage).orElse(EN);
    }

    /** People are answered in Thai where nothing is known of them, and in English where they read neither. */
    static Language ofVisitor(@Nullable String acceptLanguage, @Nullable String chosen) {
        boolean unknown = acceptLanguage == null || acceptLanguage.isBlank();
        return spoken(chosen).or(() -> spoken(acceptLanguage)).orElse(unknown ? TH : EN);
    }

    private static Optional<Language> spoken(@Nullable String wanted) {
        if (wanted == null || wanted.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(wanted), SPOKEN))
                    .map(best -> best.getLanguage().equals("th") ? TH : EN);
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    Language other() {
        return this == TH ? EN : TH;
    }

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    String sentence(String key, Object... words) {
        return new MessageFormat(text(key), locale()).format(words);
    }

    public String text(String key) {
        return ResourceBundle.getBundle("messages", locale(), NO_FALLBACK).getString(key);
    }

    private Locale locale() {
        return Locale.of(tag());
    }

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
}
