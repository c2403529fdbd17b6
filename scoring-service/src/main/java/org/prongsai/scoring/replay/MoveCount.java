package org.prongsai.scoring.replay;

/**
 * How many answers of a round the log adds and takes back.
 *
 * @param wrong added more often than once, or taken back more often than they were added
 */
public record MoveCount(long added, long withdrawn, long wrong) {
    static final MoveCount NONE = new MoveCount(0, 0, 0);

    long all() {
        return added + withdrawn;
    }
}
