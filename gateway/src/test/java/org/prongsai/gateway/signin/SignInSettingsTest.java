package org.prongsai.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInSettingsTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "ita.example", "https://ita.example/", "https://ita.example/desk", "ftp://ita.example"})
    void browsersKnowUsByAnOrigin(String origin) {
        assertThatThrownBy(() -> settings(origin))
                .hasMessageContaining("prongsai.sign-in.public is '" + origin + "'")
                .hasMessageContaining("https://");
    }

    @Test
    void httpsMakesCookiesSecure() {
        assertThat(settings("https://ita.example").isHttps()).isTrue();
        assertThat(settings("http://localhost:8080").isHttps()).isFalse();
    }

    private static SignInSettings settings(String origin) {
        return new SignInSettings("http://localhost:8090", "prongsai", Duration.ofSeconds(3), origin);
    }
}
