package org.prongsai.assessment.comment;

import java.text.Normalizer;
import java.util.Optional;
import org.prongsai.web.Fault;

/** What somebody typed, in any script. Control characters but tabs and line ends are refused where a request is read. */
final class Words {

    private Words() {}

    /** As it is kept: composed (NFC), and each line ended by one character; everything else as it was typed. */
    static String of(String typed) {
        return Normalizer.normalize(typed.replace("\r\n", "\n").replace('\r', '\n'), Normalizer.Form.NFC);
    }

    /**
     * What is wrong with a text as it is kept, without quoting it.
     *
     * @param longest in code points
     */
    static Optional<Fault> fault(String pointer, String text, int longest) {
        if (text.codePoints().allMatch(Words::invisible)) {
            return Optional.of(new Fault(pointer, "empty", "1 to " + longest + " characters", null));
        }
        int length = text.codePointCount(0, text.length());
        return length > longest
                ? Optional.of(new Fault(pointer, "too-long", "1 to " + longest + " characters", length))
                : Optional.empty();
    }

    private static boolean invisible(int point) {
        return Character.isWhitespace(point)
                || Character.isSpaceChar(point)
                || Character.getType(point) == Character.FORMAT;
    }
}
