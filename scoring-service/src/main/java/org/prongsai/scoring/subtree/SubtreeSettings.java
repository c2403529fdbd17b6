package org.prongsai.scoring.subtree;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long subtrees are kept that ranks and sums are taken from.
 *
 * @param kept after so long one is read anew
 * @param atMost how many are kept
 */
@ConfigurationProperties("prongsai.subtrees")
record SubtreeSettings(Duration kept, int atMost) {
    SubtreeSettings {
        if (kept.isNegative())
            throw new IllegalArgumentException("prongsai.subtrees.kept is " + kept + ", expected 0 or more");
        if (atMost < 0)
            throw new IllegalArgumentException("prongsai.subtrees.at-most is " + atMost + ", expected 0 or more");
    }
}
