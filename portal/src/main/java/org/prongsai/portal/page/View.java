package org.prongsai.portal.page;

import java.util.List;
import org.prongsai.portal.speech.Speech;
import org.prongsai.portal.speech.Tongue;

/**
 * A page to be shown.
 *
 * @param template its file in {@code pages/}, without the ending
 * @param tongues the languages it can be read in
 * @param path its address without a query, for links to it in another language
 * @param shown what the template calls {@code v}
 */
public record View(int status, String template, Speech speech, List<Tongue> tongues, String path, Object shown) {

    public static View of(String template, Speech speech, List<Tongue> tongues, String path, Object shown) {
        return new View(200, template, speech, tongues, path, shown);
    }

    /** The same page with another status. */
    public View status(int other) {
        return new View(other, template, speech, tongues, path, shown);
    }
}
