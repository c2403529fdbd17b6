package org.prongsai.assessment.challenge;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.Secret;
import org.prongsai.assessment.seal.KeyText;
import org.prongsai.assessment.traffic.Pressure;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The secret of puzzles and counter codes, which comes from the environment and is in no database, and how hard puzzles
 * may become.
 *
 * @param key base64url of at least 32 bytes
 * @param expires so long a puzzle may be solved
 * @param hashes SHA-256 that a cheap phone manages in its browser in a second
 * @param longest what the hardest puzzle may cost the unluckiest owner of such a phone
 */
@ConfigurationProperties("prongsai.challenges")
record ChallengeSettings(@Nullable String key, Duration expires, int hashes, Duration longest) {

    private static final String NAME = "prongsai.challenges.key";

    ChallengeSettings {
        demand("expires", expires, Duration.ofMinutes(1), Duration.ofHours(1));
        demand("longest", longest, Duration.ofMillis(100), Duration.ofSeconds(10));
        if (hashes < 1000) {
            throw new IllegalArgumentException(
                    "prongsai.challenges.hashes is %d, expected 1000 or more".formatted(hashes));
        }
        KeyText.bytes(NAME, key);
    }

    private static void demand(String name, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "prongsai.challenges.%s is %s, expected from %s to %s".formatted(name, value, least, most));
        }
    }

    Secret secret() {
        return new Secret(KeyText.bytes(NAME, key));
    }

    /** Numbers that must be tried at worst at this step; each step doubles them. */
    int numbers(int step) {
        long hardest = hashes * longest.toMillis() / 1000;
        return (int) (hardest >> (Pressure.STEPS - step));
    }

    @Override
    public String toString() {
        return "ChallengeSettings[…]";
    }
}
