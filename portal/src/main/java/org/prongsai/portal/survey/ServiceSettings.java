package org.prongsai.portal.survey;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the services are.
 *
 * @param assessment base address, without a path
 * @param patience how long a visitor waits for a service before the page says that it is away
 */
@ConfigurationProperties("prongsai.services")
public record ServiceSettings(String assessment, Duration patience) {
    public ServiceSettings {
        if (!assessment.startsWith("http")) {
            throw new IllegalArgumentException(
                    "prongsai.services.assessment is '%s', expected an address like http://localhost:8101"
                            .formatted(assessment));
        }
        if (!patience.isPositive()) {
            throw new IllegalArgumentException(
                    "prongsai.services.patience is '%s', expected more than 0, like 10s".formatted(patience));
        }
    }
}
