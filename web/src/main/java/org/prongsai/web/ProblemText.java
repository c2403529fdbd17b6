package org.prongsai.web;

import java.text.MessageFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ResourceBundle;

/** A problem in words: the members of its {@code application/problem+json} document in one language. */
final class ProblemText {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

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
                        texts.getString(slug + ".detail"), problem.words().toArray()));
        if (!problem.faults().isEmpty()) document.put("errors", problem.faults());
        return document;
    }

    static ResourceBundle texts(Language language) {
        return ResourceBundle.getBundle("org.prongsai.web.problems", language.locale(), NO_FALLBACK);
    }
}
