package org.prongsai.scoring.subtree;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long subtrees are kept that ranks and sums are taken from.
 *
 * @param kept when one that is asked for is read anew; nobody is shown one more than twice as old
 * @param atMost how many are kept
 */
@ConfigurationProperties("prongsai.subtrees")
record SubtreeSettings(Duration kept, int atMost) {
    private static final Duration LEAST = Duration.ofMillis(10);

    SubtreeSettings {
        if (kept.compareTo(LEAST) < 0)
            throw new IllegalArgumentException("prongsai.subtrees.kept is " + kept + ", expected 10 ms or more");
        if (atMost < 0)
            throw new IllegalArgumentException("prongsai.subtrees.at-most is " + atMost + ", expected 0 or more");
    }
}
