package org.prongsai.gateway.about;

import org.jspecify.annotations.Nullable;
import org.prongsai.gateway.GatewayApplication;
import org.prongsai.gateway.signin.ClientSettings;
import org.prongsai.gateway.signin.IssuerClient;
import org.prongsai.gateway.signin.SignInSettings;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Says what this is and where to sign in. */
@RestController
class AboutEndpoint {
    private final SignInSettings settings;
    private final ClientSettings client;
    private final IssuerClient issuer;

    /** The endpoints are null while the issuer is away; as the client, whoever has no secret signs people in with PKCE. */
    record About(
            String name,
            String version,
            String issuer,
            @Nullable String authorizationEndpoint,
            @Nullable String tokenEndpoint,
            String clientId,
            String docs) {}

    AboutEndpoint(SignInSettings settings, ClientSettings client, IssuerClient issuer) {
        this.settings = settings;
        this.client = client;
        this.issuer = issuer;
    }

    @GetMapping(path = "/api/v1/about", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<About> about() {
        return issuer.discovery()
                .map(found -> about(found.authorizationEndpoint(), found.tokenEndpoint()))
                .onErrorResume(_ -> Mono.fromSupplier(() -> about(null, null)));
    }

    private About about(@Nullable String authorizationEndpoint, @Nullable String tokenEndpoint) {
        return new About(
                "Prongsai",
                version(),
                settings.issuer(),
                authorizationEndpoint,
                tokenEndpoint,
                client.publicClient(),
                "/docs");
    }

    private static String version() {
        String version = GatewayApplication.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
