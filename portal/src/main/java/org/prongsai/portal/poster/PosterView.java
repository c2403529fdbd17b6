package org.prongsai.portal.poster;

import java.util.List;
import org.prongsai.portal.page.Qr;
import org.prongsai.portal.speech.Speech;
import org.prongsai.portal.survey.Office;

/**
 * What stands on the poster of an office.
 *
 * @param address to type, where there is no camera
 * @param more the question in each language beside Thai and English
 */
record PosterView(Office.Agency agency, String address, Qr qr, List<Asked> more, Speech th, Speech en) {

    record Asked(String code, String own, String question) {}

    /** The address as people type it. */
    public String typed() {
        return address.replaceFirst("^https?://", "");
    }
}
