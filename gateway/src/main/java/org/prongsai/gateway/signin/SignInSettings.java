package org.prongsai.gateway.signin;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Whose tokens count: the issuer's, made for our audience. */
@ConfigurationProperties("prongsai.sign-in")
public record SignInSettings(String issuer, String audience, Duration timeout) {
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
    }
}
