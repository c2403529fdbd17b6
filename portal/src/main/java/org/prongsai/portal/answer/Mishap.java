package org.prongsai.portal.answer;

import org.prongsai.portal.survey.Told;

/**
 * Why answers were not taken, in words for who sent them.
 *
 * @param key of the words
 * @param again whether sending the same again may do
 */
record Mishap(int status, String key, boolean again) {

    static Mishap of(Told told) {
        return switch (told.type()) {
            case "window-closed" -> new Mishap(told.status(), "closed-meanwhile", false);
            case "invalid-response" -> new Mishap(told.status(), refused(told), true);
            case "ticket-invalid" -> new Mishap(told.status(), "key-wrong", false);
            default -> new Mishap(told.status() >= 500 ? 503 : told.status(), "failed", true);
        };
    }

    private static String refused(Told told) {
        if (told.because("other-framework")) return "corrected";
        return told.errors().stream().anyMatch(fault -> "/counterCode".equals(fault.pointer()))
                ? "counter-wrong"
                : "refused";
    }
}
