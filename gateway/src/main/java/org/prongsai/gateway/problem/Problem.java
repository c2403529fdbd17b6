package org.prongsai.gateway.problem;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** An answer that says what is wrong, as in RFC 9457. */
@JsonPropertyOrder({"type", "title", "status", "detail"})
record Problem(String type, String title, int status, String detail) {
    static Problem of(Refusal refusal, Language language) {
        Reason reason = refusal.reason();
        String slug = reason.type().slug();
        return new Problem(
                "/problems/" + slug,
                language.text(slug + ".title"),
                reason.status(),
                language.sentence("reason." + reason.key(), refusal.words()));
    }
}
