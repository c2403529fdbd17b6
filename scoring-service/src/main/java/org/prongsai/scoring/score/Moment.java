package org.prongsai.scoring.score;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * When units are scored anew.
 *
 * @param now what deadlines are held against
 * @param told what is written and told beside a unit
 */
public record Moment(Instant now, Instant told) {

    /** Because of marks, of deadlines or of what the authority changed. */
    public static Moment exact(Instant now) {
        return new Moment(now, now);
    }

    /** Because answers left their pool: the hour of a release could be joined to somebody seen answering. */
    public static Moment ofAnswers(Instant now) {
        return new Moment(now, now.truncatedTo(ChronoUnit.DAYS));
    }
}
