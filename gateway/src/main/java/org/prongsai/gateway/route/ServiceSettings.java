package org.prongsai.gateway.route;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where the services are and how long an answer may take. */
@ConfigurationProperties("prongsai.services")
public record ServiceSettings(Map<Target, URI> at, Duration responseTimeout, Duration bulkTimeout) {
    public ServiceSettings {
        for (Target target : Target.values()) {
            demandBase(target, at.get(target));
        }
        demandPositive("response-timeout", responseTimeout);
        demandPositive("bulk-timeout", bulkTimeout);
    }

    public URI base(Target target) {
        return Objects.requireNonNull(at.get(target));
    }

    Duration timeout(Kind kind) {
        return kind == Kind.BULK ? bulkTimeout : responseTimeout;
    }

    private static void demandBase(Target target, @Nullable URI uri) {
        if (uri == null || !isBase(uri)) {
            throw new IllegalArgumentException(
                    "prongsai.services.at.%s is '%s', expected like http://host:8101, no path"
                            .formatted(target.id(), uri));
        }
    }

    private static boolean isBase(URI uri) {
        return uri.getScheme() != null
                && Set.of("http", "https").contains(uri.getScheme())
                && uri.getHost() != null
                && Set.of("", "/").contains(uri.getPath());
    }

    private static void demandPositive(String key, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(
                    "prongsai.services.%s is '%s', expected more than 0, like 30s".formatted(key, value));
        }
    }
}
