package org.prongsai.assessment.contact;

import java.util.Optional;
import java.util.regex.Pattern;

/** A telephone number as people write it, and as it is dialled from anywhere. */
final class Phone {

    static final String EXPECTED = "a Thai number as 081 234 5678, or any with its country as +66812345678";

    private static final String THAI = "[689]\\d{8}|[2-57]\\d{7}";
    private static final Pattern NATIONAL = Pattern.compile("0(" + THAI + ")");
    private static final Pattern INTERNATIONAL = Pattern.compile("\\+(66(" + THAI + ")|(?!66)[1-9]\\d{6,14})");
    private static final Pattern SEPARATORS = Pattern.compile("[\\p{Zs}\\p{Pd}().]");

    private Phone() {}

    /** In E.164: + and at most fifteen digits; empty if it is no number that can be called. */
    static Optional<String> e164(String written) {
        var number = digits(SEPARATORS.matcher(written).replaceAll(""));
        var national = NATIONAL.matcher(number);
        if (national.matches()) {
            return Optional.of("+66" + national.group(1));
        }
        return Optional.of(number).filter(text -> INTERNATIONAL.matcher(text).matches());
    }

    /** Thai digits are digits. */
    private static String digits(String text) {
        return text.codePoints()
                .map(point -> Character.isDigit(point) ? '0' + Character.digit(point, 10) : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
