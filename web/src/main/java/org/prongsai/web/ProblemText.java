package org.prongsai.web;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.chrono.ThaiBuddhistChronology;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/** A problem in words: the members of its {@code application/problem+json} document in one language. */
final class ProblemText {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");
    private static final DateTimeFormatter ENGLISH =
            DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm", Locale.ENGLISH).withZone(BANGKOK);
    private static final DateTimeFormatter THAI = DateTimeFormatter.ofPattern("d MMMM y HH:mm 'น.'", Locale.of("th"))
            .withChronology(ThaiBuddhistChronology.INSTANCE)
            .withZone(BANGKOK);

    private ProblemText() {}

    static Map<String, Object> document(Problem problem, Language language) {
        var texts = texts(language);
        var slug = problem.type().slug();
        var document = new LinkedHashMap<String, Object>();
        document.put("type", "/problems/" + slug);
        document.put("title", texts.getString(slug + ".title"));
        document.put("status", problem.status());
        document.put(
                "detail",
                MessageFormat.format(
                        texts.getString(slug + ".detail"),
                        problem.words().stream()
                                .map(word -> said(word, language))
                                .toArray()));
        if (!problem.faults().isEmpty()) document.put("errors", problem.faults());
        return document;
    }

    /** An instant as people of the language write it, in Thai time; any other word as it is. */
    private static String said(String word, Language language) {
        if (!INSTANT.matcher(word).matches()) return word;
        return (language == Language.TH ? THAI : ENGLISH).format(Instant.parse(word));
    }

    static ResourceBundle texts(Language language) {
        return ResourceBundle.getBundle("org.prongsai.web.problems", language.locale(), NO_FALLBACK);
    }
}
