package org.prongsai.portal.answer;

import java.util.Map;
import org.prongsai.portal.survey.Told;

/**
 * Why answers were not taken, in words for who sent them.
 *
 * @param key of the words
 * @param again whether sending the same again may do
 */
record Mishap(int status, String key, Map<String, Object> gaps, boolean again) {

    static Mishap of(Told told) {
        return switch (told.type()) {
            case "window-closed" -> new Mishap(told.status(), "closed-meanwhile", Map.of(), false);
            case "invalid-response" ->
                new Mishap(told.status(), told.because("other-framework") ? "corrected" : "refused", Map.of(), true);
            case "too-many-requests", "busy", "unavailable" -> new Mishap(told.status(), "failed", Map.of(), true);
            default -> new Mishap(told.status() >= 500 ? 503 : told.status(), "failed", Map.of(), true);
        };
    }
}
