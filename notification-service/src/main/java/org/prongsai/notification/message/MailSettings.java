package org.prongsai.notification.message;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How messages leave.
 *
 * @param from the sender's address
 * @param every longest wait of a message that is due
 * @param firstRetry wait after the first attempt that failed; doubles with every attempt
 * @param attempts after so many the message has failed
 * @param lease after this time a message whose sender died is taken up again
 */
@ConfigurationProperties("prongsai.mail")
record MailSettings(
        String from, Duration every, Duration firstRetry, Duration longestRetry, int attempts, Duration lease) {
    MailSettings {
        if (!from.contains("@"))
            throw new IllegalArgumentException(
                    "prongsai.mail.from (PRONGSAI_MAIL_FROM) is '" + from + "', expected an e-mail address");
        if (attempts < 1)
            throw new IllegalArgumentException("prongsai.mail.attempts is " + attempts + ", expected 1 or more");
    }

    /** When a letter is tried again after so many attempts, empty if never. */
    Optional<Instant> retry(int attempts, Instant now) {
        if (attempts >= this.attempts) return Optional.empty();
        var doubled = firstRetry.multipliedBy(1L << Math.min(attempts - 1, 20));
        return Optional.of(now.plus(doubled.compareTo(longestRetry) < 0 ? doubled : longestRetry));
    }
}
