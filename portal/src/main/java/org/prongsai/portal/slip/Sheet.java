package org.prongsai.portal.slip;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.prongsai.portal.desk.Deadline;
import org.prongsai.portal.page.Fingerprint;
import org.prongsai.portal.page.Qr;
import org.prongsai.portal.speech.Speech;
import org.prongsai.portal.unit.Drawn;
import org.prongsai.portal.unit.Round;
import org.prongsai.portal.unit.Standing;
import org.prongsai.portal.unit.Window;

/**
 * Slips to be printed and cut. They stand in no order, and nothing on them counts or names.
 *
 * @param th the words in Thai, which are on each slip beside those in English
 * @param address to be typed by whoever cannot scan
 * @param print the short form of the key that signs for these codes
 */
record Sheet(
        Standing standing,
        Window window,
        Speech th,
        Speech en,
        String address,
        String print,
        List<List<Slip>> pages,
        int count) {

    /** Two by five: what fits on A4 so that it can still be read without glasses. */
    static final int A_PAGE = 10;

    static Sheet of(Standing standing, Drawn drawn, Speech th, Speech en, String site) {
        var agency = standing.unit().agency();
        var codes = Objects.requireNonNullElse(drawn.codes(), List.<String>of());
        var survey = site + "/a/" + agency + "/" + standing.round().round() + "/iit";
        var slips = codes.stream()
                .map(code -> new Slip(code, Qr.of(survey + "#c=" + code + "&k=" + drawn.keySha256())))
                .toList();
        return new Sheet(
                standing,
                standing.window(Round.IIT).orElseThrow(),
                th,
                en,
                site.replaceFirst("^https://", "") + "/a/" + agency + "/iit",
                Fingerprint.shortOf(drawn.keySha256()),
                split(slips),
                slips.size());
    }

    /** Page by page, the last one as it comes. */
    static <T> List<List<T>> split(List<T> slips) {
        return IntStream.iterate(0, at -> at < slips.size(), at -> at + A_PAGE)
                .mapToObj(at -> slips.subList(at, Math.min(slips.size(), at + A_PAGE)))
                .toList();
    }

    /** Until when it can be answered. */
    public String end(Speech speech) {
        return Deadline.moment(speech, window.to());
    }

    public boolean demonstration() {
        return standing.round().synthetic() || standing.round().rehearsal();
    }

    public String at() {
        return "/desk/" + standing.round().round() + "/" + standing.unit().agency();
    }

    @Override
    public String toString() {
        return "Sheet[…]";
    }
}
