package org.prongsai.methodology.score;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** What explanations say, in Thai or English, with figures put in by name. */
public record Words(String language, ResourceBundle bundle) {

    /** Thai for {@code th}, English for every other language. */
    public static Words in(String language) {
        var spoken = language.equals("th") ? "th" : "en";
        return new Words(
                spoken,
                ResourceBundle.getBundle(
                        "org.prongsai.methodology.words",
                        Locale.forLanguageTag(spoken),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    public String say(String key) {
        return say(key, Map.of());
    }

    public String say(String key, Map<String, ?> figures) {
        var text = bundle.getString(key);
        for (var figure : figures.entrySet())
            text = text.replace("{" + figure.getKey() + "}", String.valueOf(figure.getValue()));
        return text;
    }

    /** A text of the framework in this language. */
    public String of(Map<String, String> texts) {
        return texts.getOrDefault(language, texts.getOrDefault("en", ""));
    }
}
