package org.prongsai.gateway.edge;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/** What lies between the gateway and its callers: how many proxies we trust, and whose web pages may call. */
@ConfigurationProperties("prongsai.edge")
public record EdgeSettings(int trustedProxies, List<String> corsOrigins, DataSize patience) {
    public EdgeSettings {
        if (trustedProxies < 0) {
            throw new IllegalArgumentException(
                    "prongsai.edge.trusted-proxies is %d, expected 0 or more".formatted(trustedProxies));
        }
        if (patience.toBytes() <= 0) {
            throw new IllegalArgumentException(
                    "prongsai.edge.patience is '%s', expected more than 0, like 64MB".formatted(patience));
        }
        corsOrigins = corsOrigins.stream().map(String::strip).toList();
        corsOrigins.forEach(EdgeSettings::demandOrigin);
    }

    private static void demandOrigin(String origin) {
        if (!isOrigin(origin)) {
            throw new IllegalArgumentException(
                    "prongsai.edge.cors-origins holds '%s', expected origins like https://example.go.th, no path"
                            .formatted(origin));
        }
    }

    private static boolean isOrigin(String origin) {
        try {
            URI uri = URI.create(origin);
            return uri.getHost() != null && origin.equals(uri.getScheme() + "://" + uri.getAuthority());
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
