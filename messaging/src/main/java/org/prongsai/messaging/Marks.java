package org.prongsai.messaging;

import java.util.Arrays;

/** By what each record of a stream can be told from others that come under its number, as far as numbers follow each other. */
final class Marks {

    private static final int FIRST_ROOM = 4;

    private int[] marks = new int[FIRST_ROOM];
    private int known;
    private long first = 1;

    /** Whether no other record than this one came under its number before. */
    boolean agree(Arrival arrival) {
        int mark = String.valueOf(arrival.id()).hashCode();
        long place = arrival.streamSeq() - first;
        if (place > known) {
            first = arrival.streamSeq();
            known = 0;
            place = 0;
        }
        if (place == known) {
            marks = known == marks.length ? Arrays.copyOf(marks, known * 2) : marks;
            marks[known++] = mark;
        }
        return place < 0 || marks[(int) place] == mark;
    }
}
