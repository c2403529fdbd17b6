package org.prongsai.gateway.session;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How somebody stays signed in.
 *
 * @param sessionKeys base64url of 32 bytes each: the first seals, all open
 * @param lifetime after which everybody signs in anew
 * @param inactivity after which somebody who did nothing signs in anew
 */
@ConfigurationProperties("prongsai.sign-in")
public record SessionSettings(List<String> sessionKeys, Duration lifetime, Duration inactivity) {
    private static final int KEY_BYTES = 32;

    public SessionSettings {
        sessionKeys = sessionKeys.stream()
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .toList();
        sessionKeys.forEach(SessionSettings::bytes);
        demandPositive("lifetime", lifetime);
        demandPositive("inactivity", inactivity);
    }

    List<byte[]> keys() {
        return sessionKeys.stream().map(SessionSettings::bytes).toList();
    }

    Lifetime spans() {
        return new Lifetime(lifetime, inactivity);
    }

    @Override
    public String toString() {
        return "SessionSettings[…]";
    }

    /** What is wrong with a key is said without it. */
    private static byte[] bytes(String key) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(key);
            if (bytes.length == KEY_BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            // said below, like any other fault
        }
        throw new IllegalArgumentException(
                "prongsai.sign-in.session-keys holds a key of another form, expected %d random bytes each as base64url, separated by commas"
                        .formatted(KEY_BYTES));
    }

    private static void demandPositive(String key, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(
                    "prongsai.sign-in.%s is '%s', expected more than 0, like 30m".formatted(key, value));
        }
    }
}
