package org.prongsai.gateway.problem;

import static org.prongsai.gateway.problem.ProblemHtml.escape;

import org.jspecify.annotations.Nullable;

/** The page that a person meets when something fails: what happened, what it means for them, what to do. */
final class VisitorHtml {
    static final String CONTENT_TYPE = "text/html;charset=utf-8";
    /** It needs our own style and letters, and nothing else. */
    static final String POLICY =
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; style-src 'self'; font-src 'self'";

    private VisitorHtml() {}

    /**
     * One page.
     *
     * @param id of the request, if it has one
     * @param wanted where a step of signing in was to lead
     */
    static String page(Refusal refusal, Language language, Visit visit, @Nullable String id, @Nullable String wanted) {
        String topic = topic(refusal.reason());
        String title = escape(language.text("visit." + topic + ".happened"));
        return """
                <!doctype html>
                <html lang="%1$s">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%2$s · %3$s</title><link rel="stylesheet" href="/docs/page.css"></head>
                <body class="visit">
                <header><a class="home" href="/">%3$s</a>%4$s</header>
                <main>
                <h1>%2$s</h1>
                <p>%5$s</p>
                <p>%6$s</p>
                %7$s%8$s</main>
                <footer><p>%9$s</p></footer>
                </body>
                </html>
                """.formatted(
                        language.tag(),
                        title,
                        escape(language.text("visit.site")),
                        inOtherLanguage(language, visit),
                        escape(language.text("visit." + topic + ".meaning")),
                        escape(language.text("visit." + topic + ".way")),
                        wait(refusal, language),
                        actions(refusal.reason(), language, visit, wanted),
                        mark(refusal.reason(), language, id));
    }

    /** What such refusals have in common for a person, who did not choose the method, the type or the token. */
    static String topic(Reason reason) {
        return switch (reason) {
            case ISSUER_AWAY, FOREIGN_PAGE, SIGN_IN_DENIED, SIGN_IN_FAILED, SIGN_IN_TOO_LARGE, SIGN_IN_OFF ->
                reason.key();
            case WRONG_METHOD, NOT_ACCEPTABLE, UNSUPPORTED_TYPE -> ProblemType.INVALID_REQUEST.slug();
            default -> reason.type().slug();
        };
    }

    private static String inOtherLanguage(Language language, Visit visit) {
        Language other = language.other();
        return visit.isRepeatable()
                ? "<a lang=\"%1$s\" hreflang=\"%1$s\" href=\"%2$s\">%3$s</a>"
                        .formatted(other.tag(), escape(visit.in(other)), language.text("page.other"))
                : "";
    }

    private static String wait(Refusal refusal, Language language) {
        String seconds = refusal.headers().get("Retry-After");
        return seconds == null || !seconds.matches("\\d{1,6}")
                ? ""
                : "<p><strong>%s</strong></p>\n".formatted(language.sentence("visit.wait", Long.valueOf(seconds)));
    }

    private static String actions(Reason reason, Language language, Visit visit, @Nullable String wanted) {
        if (reason.type() == ProblemType.NOT_SIGNED_IN) {
            return action(SignInAddress.of(visit, wanted), language.text("visit.sign-in"));
        }
        boolean again = visit.isRepeatable() && reason.status() >= 429;
        return again ? action(visit.again(), language.text("visit.again")) : action("/", language.text("visit.home"));
    }

    private static String action(String address, String words) {
        return "<p><a class=\"action\" href=\"%s\">%s</a></p>\n".formatted(escape(address), words);
    }

    /** Whoever reports a fault of ours can say which one it was; on the way of an answer no request has a number. */
    private static String mark(Reason reason, Language language, @Nullable String id) {
        String kind = language.text("page.status") + " " + reason.status();
        return id == null || reason.status() < 500 ? kind : kind + " · <code>" + escape(id) + "</code>";
    }
}
