package org.prongsai.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A problem has one title, whoever names it. */
class TitlesTest {

    @ParameterizedTest
    @ValueSource(strings = {"th", "en"})
    void theGatewayCallsAProblemWhatTheServicesCallIt(String language) throws IOException {
        var services = titles("web/src/main/resources/org/prongsai/web/problems_%s.properties".formatted(language));
        var gateway = titles("gateway/src/main/resources/messages_%s.properties".formatted(language));

        assertThat(gateway).hasSizeGreaterThan(20).isEqualTo(services);
    }

    private static Map<String, String> titles(String file) throws IOException {
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(Pom.top().resolve(file))) {
            texts.load(reader);
        }
        return texts.stringPropertyNames().stream()
                .filter(key -> key.endsWith(".title"))
                .collect(Collectors.toMap(key -> key, texts::getProperty));
    }
}
