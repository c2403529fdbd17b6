package org.prongsai.methodology.translation;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.prongsai.methodology.Parsed;
import org.prongsai.methodology.framework.Framework;

/**
 * One language's words.
 *
 * @param language language tag (BCP 47), as in {@code zh}
 * @param name what the language is called, {@code own} in itself, {@code th} and {@code en} in these
 * @param status {@code official}, {@code unofficial}, or {@code original} for the languages frameworks are written in
 * @param frameworks names of the frameworks it is made for, each one's or, without its year, those of all years
 * @param questions by the code of an item or sub-item
 * @param words what pages say around the questions, by key
 */
public record Translation(
        String language,
        Map<String, String> name,
        String status,
        List<String> frameworks,
        Map<String, Phrase> questions,
        Map<String, String> words) {
    public static final String ORIGINAL = "original";
    private static final Pattern YEAR = Pattern.compile("-\\d{4}$");

    public Translation {
        name = Map.copyOf(name);
        frameworks = List.copyOf(frameworks);
        questions = Map.copyOf(questions);
        words = Map.copyOf(words);
    }

    public boolean isFor(Framework framework) {
        return frameworks.contains(framework.name())
                || frameworks.contains(YEAR.matcher(framework.name()).replaceFirst(""));
    }

    /** The framework with this language in every survey it speaks of, or everything of it that has no words or no place. */
    public Parsed<Framework> into(Framework framework) {
        return new Translating(this).of(framework);
    }
}
