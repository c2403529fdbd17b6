package org.prongsai.portal.answer;

import java.util.Map;
import org.prongsai.portal.survey.Told;

/**
 * Why answers were not taken, in words for who sent them.
 *
 * @param key of the words
 * @param again whether sending the same again may do
 * @param seconds after which it is worth doing so; 0 if nothing is known
 */
record Mishap(int status, String key, boolean again, int seconds) {

    static final String CLOSED = "closed-meanwhile";

    static Mishap of(Told told) {
        return switch (told.type()) {
            case "window-closed" -> new Mishap(told.status(), CLOSED, false, 0);
            case "invalid-response" -> new Mishap(told.status(), refused(told), true, 0);
            case "ticket-invalid" -> new Mishap(told.status(), "key-wrong", false, 0);
            case "too-many-requests", "busy" -> new Mishap(told.status(), "busy-here", true, told.soon());
            default -> new Mishap(told.status() >= 500 ? 503 : told.status(), "failed", true, 0);
        };
    }

    /** For the gaps of the words. */
    public Map<String, Integer> gaps() {
        return Map.of("seconds", seconds);
    }

    private static String refused(Told told) {
        if (told.because("other-framework")) return "corrected";
        return told.errors().stream().anyMatch(fault -> "/counterCode".equals(fault.pointer()))
                ? "counter-wrong"
                : "refused";
    }
}
