package org.prongsai.assessment.pool;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * When answers leave their pools.
 *
 * @param every how often due pools are looked for
 * @param atMost changes that leave in one transaction; bounds the memory of a drain
 */
@ConfigurationProperties("prongsai.release")
record PoolSettings(Duration every, int atMost) {

    PoolSettings {
        if (every.isZero() || every.isNegative()) {
            throw new IllegalArgumentException("prongsai.release.every is " + every + ", expected more than 0");
        }
        if (atMost < 1000) {
            throw new IllegalArgumentException("prongsai.release.at-most is " + atMost + ", expected 1000 or more");
        }
    }
}
