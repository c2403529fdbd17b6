package org.prongsai.gateway.problem;

import static org.prongsai.gateway.problem.Frame.escape;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pages that explain the problems, in plain HTML. */
final class ProblemHtml {
    private static final String LIST = "/problems";

    private ProblemHtml() {}

    static String page(ProblemType type, Language language) {
        String slug = type.slug();
        return document(
                language,
                language.text(slug + ".title"),
                """
                <h2>%s</h2><p>%s</p>
                <h2>%s</h2><p>%s</p>
                <p><a class="link" href="%s">%s</a></p>
                """.formatted(
                                language.text("page.meaning"),
                                escape(language.text(slug + ".meaning")),
                                language.text("page.way"),
                                escape(language.text(slug + ".way")),
                                Frame.in(language, LIST),
                                language.text("page.all")),
                "%s %d · <code>%s</code>".formatted(language.text("page.status"), type.status(), address(type)));
    }

    static String list(Language language) {
        return document(
                language,
                language.text("page.list"),
                Stream.of(ProblemType.values())
                        .map(type -> line(type, language))
                        .collect(Collectors.joining(
                                "",
                                "<p>%s</p>\n<ul class=\"links\">\n".formatted(escape(language.text("page.lead"))),
                                "</ul>\n")),
                "<a class=\"link\" href=\"/docs\">API</a>");
    }

    private static String line(ProblemType type, Language language) {
        return "<li><a class=\"link\" href=\"%s\">%s</a> <span>%d</span></li>\n"
                .formatted(
                        Frame.in(language, address(type)),
                        escape(language.text(type.slug() + ".title")),
                        type.status());
    }

    private static String address(ProblemType type) {
        return LIST + "/" + type.slug();
    }

    private static String document(Language language, String title, String main, String foot) {
        return Frame.around(language, title, Frame.in(language.other(), ""), main, foot);
    }
}
