package org.prongsai.assessment.reception;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * When numbers that wait are written.
 *
 * @param every the longer, the less a number says of one answer, and the more of them a crash loses
 */
@ConfigurationProperties("prongsai.reception")
record ReceptionSettings(Duration every) {

    ReceptionSettings {
        if (every.isZero() || every.isNegative()) {
            throw new IllegalArgumentException("prongsai.reception.every is " + every + ", expected more than 0");
        }
    }
}
