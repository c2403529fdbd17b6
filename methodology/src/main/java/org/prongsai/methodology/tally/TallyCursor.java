package org.prongsai.methodology.tally;

import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.form.Cells;
import org.prongsai.methodology.form.Cells.Line;

/** Reads a tally as this code writes it, from its beginning to its end, without taking it to pieces. */
final class TallyCursor {
    private static final int MOST_DIGITS = 18;

    private final String text;
    private int at;

    TallyCursor(String text) {
        this.text = text;
    }

    /** The sums, or null where it was written in another way. */
    long @Nullable [] read(Cells cells) {
        var sums = new long[cells.size()];
        for (var line : cells.inOrder()) if (text.startsWith(line.beginning(), at) && !numbers(line, sums)) return null;
        return at == text.length() ? sums : null;
    }

    private boolean numbers(Line line, long[] sums) {
        at += line.beginning().length();
        for (int n = 0; n < line.numbers(); n++) {
            int digits = digits();
            char end = n == line.numbers() - 1 ? '\n' : ',';
            if (digits == 0 || digits > MOST_DIGITS || at + digits == text.length() || text.charAt(at + digits) != end)
                return false;
            sums[line.cell() + n] = Long.parseLong(text, at, at + digits, 10);
            at += digits + 1;
        }
        return true;
    }

    private int digits() {
        int end = at;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') end++;
        return end - at;
    }
}
