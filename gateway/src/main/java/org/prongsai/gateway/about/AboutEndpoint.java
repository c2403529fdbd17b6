package org.prongsai.gateway.about;

import org.jspecify.annotations.Nullable;
import org.prongsai.gateway.GatewayApplication;
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
    private final IssuerClient issuer;

    /** The token endpoint is null while the issuer is away. */
    record About(
            String name,
            String version,
            String issuer,
            @Nullable String tokenEndpoint,
            String docs) {}

    AboutEndpoint(SignInSettings settings, IssuerClient issuer) {
        this.settings = settings;
        this.issuer = issuer;
    }

    @GetMapping(path = "/api/v1/about", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<About> about() {
        return issuer.discovery()
                .map(found -> about(found.tokenEndpoint()))
                .onErrorResume(_ -> Mono.fromSupplier(() -> about(null)));
    }

    private About about(@Nullable String tokenEndpoint) {
        return new About("Prongsai", version(), settings.issuer(), tokenEndpoint, "/docs");
    }

    private static String version() {
        String version = GatewayApplication.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
