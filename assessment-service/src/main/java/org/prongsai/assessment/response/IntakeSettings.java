package org.prongsai.assessment.response;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How responses that arrive together share a commit.
 *
 * @param lanes commits that may be under way at once; a token always takes the same lane
 * @param batch most responses in one commit
 * @param waiting most responses that wait for their commit in all lanes; whoever comes after them is told to come again
 */
@ConfigurationProperties("prongsai.intake")
record IntakeSettings(int lanes, int batch, int waiting) {

    IntakeSettings {
        demand("lanes", lanes, 1);
        demand("batch", batch, 1);
        demand("waiting", waiting, lanes);
    }

    private static void demand(String key, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(
                    "prongsai.intake.%s is %d, expected %d or more".formatted(key, value, least));
        }
    }
}
