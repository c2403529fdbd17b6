package org.prongsai.methodology.file;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The languages a framework is written in: Thai and English at least. */
final class Languages {
    static final List<String> REQUIRED = List.of("th", "en");
    private static final List<String> STANDINGS = List.of("official", "unofficial");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");

    private Languages() {}

    /** Beside Thai and English each language says whether the authority stands behind its words. */
    static Map<String, String> translations(Place place, List<String> languages) {
        var further =
                languages.stream().filter(each -> !REQUIRED.contains(each)).toList();
        if (further.isEmpty() && !place.has("translations")) return Map.of();
        var given = place.object("translations").only(further.toArray(String[]::new));
        return further.stream().collect(Collectors.toMap(each -> each, each -> given.word(each, STANDINGS)));
    }

    static String tag(Place place, String key) {
        var tag = place.word(key);
        if (!tag.isEmpty() && !LANGUAGE.matcher(tag).matches())
            place.fault(key, "bad-languages", "a language tag such as lo");
        return tag;
    }

    static List<String> read(Place place) {
        if (!place.has("languages")) return REQUIRED;
        var given = place.words("languages");
        boolean tags = given.stream().allMatch(each -> LANGUAGE.matcher(each).matches());
        boolean once = given.stream().distinct().count() == given.size();
        if (tags && once && given.containsAll(REQUIRED)) return given;
        place.fault("languages", "bad-languages", "th, en and other language tags, each once");
        return REQUIRED;
    }
}
