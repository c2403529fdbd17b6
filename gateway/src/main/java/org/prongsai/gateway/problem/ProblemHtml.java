package org.prongsai.gateway.problem;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pages that explain the problems, in plain HTML. */
final class ProblemHtml {
    private ProblemHtml() {}

    static String page(ProblemType type, Language language) {
        String slug = type.slug();
        return document(language, language.text(slug + ".title"), """
                <p>%s %d · <code>/problems/%s</code></p>
                <h2>%s</h2><p>%s</p>
                <h2>%s</h2><p>%s</p>
                <p><a href="/problems">%s</a></p>
                """.formatted(
                        language.text("page.status"),
                        type.status(),
                        slug,
                        language.text("page.meaning"),
                        escape(language.text(slug + ".meaning")),
                        language.text("page.way"),
                        escape(language.text(slug + ".way")),
                        language.text("page.all")));
    }

    static String list(Language language) {
        return document(
                language,
                language.text("page.list"),
                Stream.of(ProblemType.values())
                        .map(type -> line(type, language))
                        .collect(Collectors.joining("", "<ul>\n", "</ul>\n")));
    }

    private static String line(ProblemType type, Language language) {
        return "<li><a href=\"/problems/%s\">%s</a> (%d)</li>\n"
                .formatted(type.slug(), escape(language.text(type.slug() + ".title")), type.status());
    }

    private static String document(Language language, String title, String body) {
        return """
                <!doctype html>
                <html lang="%s">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>%s</title><link rel="stylesheet" href="/docs/page.css"></head>
                <body><main>
                <p><a href="?lang=%s">%s</a></p>
                <h1>%s</h1>
                %s</main></body>
                </html>
                """.formatted(
                        language.tag(),
                        escape(title),
                        language.other().tag(),
                        language.text("page.other"),
                        escape(title),
                        body);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
