package org.prongsai.messaging;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * How far a stream was heard, and by what the last records can be told from others that come under their numbers.
 *
 * @param last the highest number; 0 if nothing was heard
 * @param marks of the records that were heard last, the newest one's at the end; null where only numbers are looked at
 */
record Heard(long last, @Nullable String marks) {

    static final Heard NOTHING = new Heard(0, "");

    /** More than a relay usually has under way of one stream when it dies. */
    private static final int KEPT = 32;

    /** Letters of a mark. */
    static final int LENGTH = 8;

    /** Up to this number, of whatever records. */
    static Heard upTo(long last) {
        return new Heard(last, "");
    }

    /** The same, and nothing will be said of the records that follow either. */
    static Heard numbersOnly(long last) {
        return new Heard(last, null);
    }

    Heard then(Arrival arrival) {
        if (marks == null) {
            return numbersOnly(arrival.streamSeq());
        }
        String before = arrival.streamSeq() == last + 1 ? marks : "";
        int most = (KEPT - 1) * LENGTH;
        return new Heard(
                arrival.streamSeq(), before.substring(Math.max(0, before.length() - most)) + mark(arrival.id()));
    }

    /** Whether another record than this one is known to have been heard under its number. */
    boolean contradicts(Arrival arrival) {
        if (marks == null || arrival.streamSeq() > last) {
            return false;
        }
        long from = marks.length() - LENGTH * (last - arrival.streamSeq() + 1);
        return from >= 0 && !marks.startsWith(mark(arrival.id()), (int) from);
    }

    /** Few letters are enough: nobody knows beforehand which id the true record will have. */
    private static String mark(@Nullable String id) {
        return HexFormat.of().toHexDigits(id == null ? 0 : id.hashCode());
    }
}
