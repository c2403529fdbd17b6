package org.prongsai.methodology.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prongsai.methodology.Parsed;
import org.prongsai.methodology.translation.Phrase;
import org.prongsai.methodology.translation.Translation;
import tools.jackson.core.JacksonException;

/** A language file: JSON or YAML as a framework is. */
public final class TranslationFile {
    private static final List<String> STANDINGS = List.of("official", "unofficial", Translation.ORIGINAL);

    private TranslationFile() {}

    /** Either the words or everything that is wrong with the file, each with its line. */
    public static Parsed<Translation> parse(String text) {
        var findings = new Findings();
        try {
            var place = Place.root(Source.read(text, findings), findings);
            return Parsed.of(read(place), findings.faults());
        } catch (JacksonException unreadable) {
            return new Parsed.Faulty<>(List.of(FrameworkFile.unreadable(unreadable)));
        }
    }

    private static Translation read(Place place) {
        place.only("language", "name", "status", "frameworks", "questions", "words");
        var name = place.object("name").only("own", "th", "en");
        return new Translation(
                Languages.tag(place, "language"),
                Map.of("own", name.line("own"), "th", name.line("th"), "en", name.line("en")),
                place.word("status", STANDINGS),
                place.has("frameworks") ? place.words("frameworks") : List.of(),
                place.has("questions") ? questions(place.object("questions")) : Map.of(),
                place.has("words") ? lines(place.object("words")) : Map.of());
    }

    private static Map<String, Phrase> questions(Place place) {
        var questions = new LinkedHashMap<String, Phrase>();
        for (var code : place.keys()) {
            var question = place.object(code).only("text", "options");
            questions.put(
                    code,
                    new Phrase(
                            question.line("text"),
                            question.has("options") ? lines(question.object("options")) : Map.of()));
        }
        return questions;
    }

    private static Map<String, String> lines(Place place) {
        var lines = new LinkedHashMap<String, String>();
        for (var key : place.keys()) lines.put(key, place.line(key));
        return lines;
    }
}
