package org.prongsai.gateway.route;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceSettingsTest {
    @ParameterizedTest
    @ValueSource(strings = {"localhost:8102", "http://scoring/api", "ftp://scoring", "scoring"})
    void aBaseIsAnAddressWithoutAPath(String base) {
        assertThatThrownBy(() -> settings(URI.create(base), Duration.ofSeconds(1)))
                .hasMessageContaining("prongsai.services.at.scoring")
                .hasMessageContaining(base)
                .hasMessageContaining("http://host:8101");
    }

    @Test
    void everyServiceHasABase() {
        assertThatThrownBy(() -> new ServiceSettings(Map.of(), Duration.ofSeconds(1), Duration.ofSeconds(1)))
                .hasMessageContaining("prongsai.services.at.assessment is 'null'");
    }

    @Test
    void nobodyWaitsForNothing() {
        assertThatThrownBy(() -> settings(URI.create("http://scoring:8102"), Duration.ZERO))
                .hasMessageContaining("prongsai.services.response-timeout is 'PT0S'");
    }

    private static void settings(URI scoring, Duration timeout) {
        Map<Target, URI> at = new EnumMap<>(Target.class);
        for (Target target : Target.values()) {
            at.put(target, URI.create("http://localhost:8101"));
        }
        at.put(Target.SCORING, scoring);
        new ServiceSettings(at, timeout, Duration.ofSeconds(1));
    }
}
