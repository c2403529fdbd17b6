package org.prongsai.portal.slip;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.prongsai.portal.desk.Count;
import org.prongsai.portal.desk.FormFault;
import org.prongsai.portal.survey.Told;
import org.prongsai.portal.unit.Order;
import org.prongsai.portal.unit.Round;
import org.prongsai.portal.unit.Standing;

/**
 * How many invitations somebody wants, and in which way.
 *
 * @param way {@code print}, {@code file} or {@code mail}
 * @param tag of what was drawn when the page was made
 */
record SlipForm(String count, String way, String addresses, String language, String tag) {

    static final String COUNT = "count";
    static final String ADDRESSES = "addresses";

    private static final List<String> WAYS = List.of("print", "file", "mail");
    private static final List<String> LANGUAGES = List.of("th", "en");

    /** All that are left, to be printed. */
    static SlipForm of(Standing standing) {
        return new SlipForm(
                Integer.toString(Math.min(standing.left(), SlipWriter.MOST)), "print", "", "th", tag(standing));
    }

    static SlipForm of(Map<String, String> fields) {
        var way = fields.getOrDefault("way", "");
        var language = fields.getOrDefault("language", "");
        return new SlipForm(
                fields.getOrDefault(COUNT, "").strip(),
                WAYS.contains(way) ? way : "print",
                fields.getOrDefault(ADDRESSES, "").stripTrailing(),
                LANGUAGES.contains(language) ? language : "th",
                fields.getOrDefault("tag", ""));
    }

    /** The same words on what is drawn by now. */
    SlipForm on(Standing standing) {
        return new SlipForm(count, way, addresses, language, tag(standing));
    }

    private static String tag(Standing standing) {
        return standing.draws().tag() == null ? "" : standing.draws().tag();
    }

    public boolean mail() {
        return way.equals("mail");
    }

    public boolean file() {
        return way.equals("file");
    }

    /** What cannot be asked for at all. */
    FormFault.All faults() {
        var faults = new ArrayList<FormFault>();
        if (tag.isEmpty()) faults.add(FormFault.of("", "slips-again"));
        if (mail()) {
            if (Addresses.typed(addresses).lines().isEmpty()) faults.add(FormFault.of(ADDRESSES, "addresses-missing"));
        } else if (Count.typed(count).orElse(0) < 1) {
            faults.add(FormFault.of(COUNT, "slips-missing"));
        } else if (!file() && Count.typed(count).orElse(0) > SlipWriter.MOST) {
            // Before anything is drawn: codes that cannot be shown are lost.
            faults.add(new FormFault(COUNT, "slips-print-most", Map.of("most", SlipWriter.MOST)));
        }
        return new FormFault.All(faults);
    }

    /** One without faults. */
    Order order() {
        return mail()
                ? Order.letters(Round.IIT, Addresses.typed(addresses).all(), language)
                : Order.slips(Round.IIT, Count.typed(count).orElseThrow());
    }

    /** What the service said, by field; empty where it is not about this form. */
    Optional<FormFault.All> faults(Told told, Standing now) {
        return switch (told.type()) {
            case "invalid-draw" ->
                Optional.of(new FormFault.All(told.errors().stream()
                        .map(fault -> fault(fault, now))
                        .distinct()
                        .toList()));
            case "window-closed" -> whole("slips-closed");
            case "not-ready" -> whole("slips-unregistered");
            case "not-yours" -> told.because("drawn-by-others") ? whole("slips-by-others") : Optional.empty();
            case "conflict" -> whole("slips-conflict");
            case "unavailable", "busy" -> whole("slips-unknown");
            default -> Optional.empty();
        };
    }

    private static Optional<FormFault.All> whole(String key) {
        return Optional.of(new FormFault.All(List.of(FormFault.of("", key))));
    }

    private FormFault fault(Told.Fault told, Standing now) {
        var pointer = String.valueOf(told.pointer());
        var field = mail() ? ADDRESSES : COUNT;
        if (pointer.startsWith("/people/")) return fault(told, line(pointer));
        return switch (String.valueOf(told.reason())) {
            case "more-than-registered" ->
                new FormFault(
                        field,
                        "slips-too-many",
                        Map.of("left", Count.said(told.expected()).orElse(now.left()), "out", now.out()));
            case "out-of-range" -> outOfRange(field, Math.min(most(told), now.left()));
            default -> FormFault.of(field, "slips-refused");
        };
    }

    /** The service says how many it draws at once, and not that fewer may be left. */
    private static FormFault outOfRange(String field, int most) {
        return most < 1
                ? FormFault.of(field, "slips-all-out")
                : new FormFault(field, "slips-range", Map.of("most", most));
    }

    private static FormFault fault(Told.Fault told, int line) {
        var key =
                switch (String.valueOf(told.reason())) {
                    case "duplicate-person" -> "address-twice";
                    case "already-invited" -> "address-invited";
                    default -> "address-unreadable";
                };
        return new FormFault(ADDRESSES, key, Map.of("line", line));
    }

    /** Which line of what was typed the service means by its place in the list. */
    private int line(String pointer) {
        int place = Count.said(pointer).orElse(0);
        var lines = Addresses.typed(addresses).lines();
        return place < lines.size() ? lines.get(place).line() : place + 1;
    }

    /** {@code from 1 to 5000}: the second number. */
    private static int most(Told.Fault told) {
        var sentence = String.valueOf(told.expected());
        return Count.said(sentence.substring(sentence.indexOf("to ") + 1)).orElse(0);
    }

    @Override
    public String toString() {
        return "SlipForm[…]";
    }
}
