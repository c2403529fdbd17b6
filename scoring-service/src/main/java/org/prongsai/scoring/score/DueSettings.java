package org.prongsai.scoring.score;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How scores are looked at that change because time passes.
 *
 * @param every how often
 * @param atMost units looked at in one transaction
 */
@ConfigurationProperties("prongsai.due")
record DueSettings(Duration every, int atMost) {
    DueSettings {
        if (every.isNegative() || every.isZero())
            throw new IllegalArgumentException("prongsai.due.every is " + every + ", expected more than nothing");
        if (atMost < 1)
            throw new IllegalArgumentException("prongsai.due.at-most is " + atMost + ", expected 1 or more");
    }
}
