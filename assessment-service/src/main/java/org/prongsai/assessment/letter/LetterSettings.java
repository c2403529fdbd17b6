package org.prongsai.assessment.letter;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How codes leave by mail.
 *
 * @param from the sender's address
 * @param every longest wait of a letter that is due
 * @param firstRetry wait after the first attempt that failed; doubles with every attempt
 * @param patience after this time a letter that no server took is given up, or at the end of the window if that is earlier
 * @param lease a letter whose sender died is taken up again after this time
 */
@ConfigurationProperties("prongsai.letters")
record LetterSettings(
        String from, Duration every, Duration firstRetry, Duration longestRetry, Duration patience, Duration lease) {

    private static final int MOST_DOUBLINGS = 20;

    LetterSettings {
        if (!from.contains("@")) {
            throw new IllegalArgumentException(
                    "prongsai.letters.from (PRONGSAI_MAIL_FROM) is '" + from + "', expected an e-mail address");
        }
    }

    /** When a letter is tried again after so many attempts. */
    Instant retry(int attempts, Instant now) {
        var doubled = firstRetry.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        return now.plus(doubled.compareTo(longestRetry) < 0 ? doubled : longestRetry);
    }

    /** When a letter that is written now is given up. */
    Instant until(Instant now, Instant end) {
        var patient = now.plus(patience);
        return patient.isBefore(end) ? patient : end;
    }
}
