package org.prongsai.gateway.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** As whom the gateway signs people in, with a secret, and as whom other frontends do, without one. */
@ConfigurationProperties("prongsai.sign-in")
public record ClientSettings(String clientId, @Nullable String clientSecret, String publicClient) {
    public ClientSettings {
        if (clientId.isBlank()) {
            throw new IllegalArgumentException(
                    "prongsai.sign-in.client-id is empty, expected a name like prongsai-gateway");
        }
    }

    public boolean hasSecret() {
        return clientSecret != null && !clientSecret.isBlank();
    }

    @Override
    public String toString() {
        return "ClientSettings[clientId=%s, …]".formatted(clientId);
    }
}
