package org.prongsai.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prongsai.seeds.http.Door;

class ArgumentsTest {

    @Test
    void nothingTypedMeansTheLocalWorld() {
        assertThat(Arguments.of(List.of(), Map.of()).door())
                .isEqualTo(Door.local("http://localhost:8080", "http://localhost:8090"));
        assertThat(Arguments.of(List.of(), Map.of()).rounds()).isEqualTo(Seeds.ROUNDS);
    }

    @Test
    void theEnvironmentShiftsPortsAndNamesTheIssuer() {
        assertThat(Arguments.of(List.of(), Map.of("PRONGSAI_PORT_BASE", "9080")).door())
                .isEqualTo(Door.local("http://localhost:9080", "http://localhost:9090"));
        assertThat(Arguments.of(List.of(), Map.of("PRONGSAI_ISSUER", "https://id.example.org/"))
                        .door()
                        .tokenEndpoint())
                .isEqualTo("https://id.example.org/oauth2/token");
    }

    @Test
    void whatIsTypedWins() {
        var arguments = Arguments.of(
                List.of("--client", "me", "--secret", "s", "--rounds", "a,b"), Map.of("PRONGSAI_CLIENT_SECRET", "x"));
        assertThat(arguments.door().client()).isEqualTo("me");
        assertThat(arguments.door().secret()).isEqualTo("s");
        assertThat(arguments.rounds()).containsExactly("a", "b");
        assertThat(Arguments.of(List.of("--rounds", "none"), Map.of()).rounds()).isEmpty();
    }

    @Test
    void theSecretIsNeverPrinted() {
        assertThat(Arguments.of(List.of("--secret", "hush"), Map.of()).door().toString())
                .doesNotContain("hush");
    }
}
