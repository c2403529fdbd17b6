package org.prongsai.assessment.contact;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The bounds of contact lists.
 *
 * @param every how often units are looked for whose window has closed
 * @param most numbers in the list of a unit
 * @param sample most numbers handed out at once
 */
@ConfigurationProperties("prongsai.contacts")
record ContactSettings(Duration every, int most, int sample) {

    ContactSettings {
        if (most < 1 || sample < 1) {
            throw new IllegalArgumentException(
                    "prongsai.contacts.most is %d and .sample %d, expected 1 or more".formatted(most, sample));
        }
    }
}
