package org.prongsai.portal.poster;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prongsai.portal.page.Qr;
import org.prongsai.portal.speech.Speech;
import org.prongsai.portal.survey.Office;

/**
 * What stands on the poster of an office.
 *
 * @param address to type, where there is no camera
 * @param minutes that an answer takes, null where service users are not asked
 * @param more the question in each language beside Thai and English
 */
record PosterView(
        Office.Agency agency,
        String address,
        Qr qr,
        @Nullable Long minutes,
        List<Asked> more,
        Speech th,
        Speech en) {

    record Asked(String code, String own, String question) {}

    /** What it says in this language beside the question. */
    public List<String> lines(Speech speech) {
        var lines = Stream.of("dont-store", "poster-counter").map(speech::say);
        return minutes == null
                ? lines.toList()
                : Stream.concat(Stream.of(speech.say("poster-short", Map.of("minutes", minutes))), lines)
                        .toList();
    }

    /** The address as people type it. */
    public String typed() {
        return address.replaceFirst("^https?://", "");
    }
}
