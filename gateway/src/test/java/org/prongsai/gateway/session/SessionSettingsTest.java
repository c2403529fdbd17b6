package org.prongsai.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionSettingsTest {
    private static final String KEY = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[32]);

    @ParameterizedTest
    @ValueSource(strings = {"short", "not base64!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void whatIsWrongWithAKeyIsSaidWithoutIt(String key) {
        assertThatThrownBy(() -> settings(List.of(KEY, key), Duration.ofHours(1)))
                .hasMessageContaining("prongsai.sign-in.session-keys")
                .hasMessageContaining("32 random bytes")
                .hasMessageNotContaining(key);
    }

    @Test
    void keysMayStandOnLinesOfTheirOwn() {
        assertThat(settings(List.of(KEY + "\n", " " + KEY, ""), Duration.ofHours(1))
                        .keys())
                .hasSize(2);
        assertThat(settings(List.of(KEY), Duration.ofHours(1)).toString()).doesNotContain(KEY);
    }

    @Test
    void aSessionLasts() {
        assertThatThrownBy(() -> settings(List.of(), Duration.ZERO))
                .hasMessageContaining("prongsai.sign-in.lifetime is 'PT0S'");
    }

    private static SessionSettings settings(List<String> keys, Duration lifetime) {
        return new SessionSettings(keys, lifetime, Duration.ofMinutes(30));
    }
}
