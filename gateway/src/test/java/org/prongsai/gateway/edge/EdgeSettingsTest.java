package org.prongsai.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class EdgeSettingsTest {
    @Test
    void originsMayStandApart() {
        assertThat(settings(0, "https://a.example", " http://localhost:3000 ").corsOrigins())
                .containsExactly("https://a.example", "http://localhost:3000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "a.example", "https://a.example/", "https://a.example/x", "null", "https://*.example"})
    void anOriginIsNamedExactly(String origin) {
        assertThatThrownBy(() -> settings(0, origin))
                .hasMessageContaining("prongsai.edge.cors-origins")
                .hasMessageContaining(origin);
    }

    @Test
    void fewerThanNoProxies() {
        assertThatThrownBy(() -> settings(-1)).hasMessageContaining("prongsai.edge.trusted-proxies is -1");
    }

    private static EdgeSettings settings(int proxies, String... origins) {
        return new EdgeSettings(proxies, List.of(origins), DataSize.ofMegabytes(64));
    }
}
