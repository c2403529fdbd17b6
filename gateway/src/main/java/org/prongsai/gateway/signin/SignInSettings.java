package org.prongsai.gateway.signin;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Whose tokens count: the issuer's, made for our audience.
 *
 * @param origin what browsers call us: where the issuer sends people back to, and whose forms count
 */
@ConfigurationProperties("prongsai.sign-in")
public record SignInSettings(
        String issuer,
        String audience,
        Duration timeout,
        @Name("public") String origin) {
    public SignInSettings {
        URI uri = URI.create(issuer);
        if (uri.getHost() == null) {
            throw new IllegalArgumentException(
                    "prongsai.sign-in.issuer is '%s', expected an address like http://localhost:8090"
                            .formatted(issuer));
        }
        if (audience.isBlank()) {
            throw new IllegalArgumentException("prongsai.sign-in.audience is empty, expected a name like prongsai");
        }
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException(
                    "prongsai.sign-in.timeout is '%s', expected more than 0, like 3s".formatted(timeout));
        }
        if (!isOrigin(origin)) {
            throw new IllegalArgumentException(
                    "prongsai.sign-in.public is '%s', expected an origin like https://ita.example.go.th, no path"
                            .formatted(origin));
        }
    }

    public boolean isHttps() {
        return origin.startsWith("https:");
    }

    private static boolean isOrigin(String origin) {
        try {
            URI uri = URI.create(origin);
            return uri.getHost() != null
                    && Set.of("http", "https").contains(uri.getScheme())
                    && origin.equals(uri.getScheme() + "://" + uri.getAuthority());
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
