package org.prongsai.gateway.problem;

import static org.prongsai.gateway.problem.Frame.escape;

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
        return Frame.around(
                language,
                language.text("visit." + topic + ".happened"),
                visit.isRepeatable() ? visit.in(language.other()) : "",
                """
                <p>%s</p>
                <p>%s</p>
                %s%s""".formatted(
                                escape(language.text("visit." + topic + ".meaning")),
                                escape(language.text("visit." + topic + ".way")),
                                wait(refusal, language),
                                actions(refusal.reason(), language, visit, wanted)),
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
        return again
                ? action(visit.again(), language.text("visit.again"))
                : action(Frame.in(language, "/"), language.text("visit.home"));
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
