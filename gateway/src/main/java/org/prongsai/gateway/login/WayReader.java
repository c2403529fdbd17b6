package org.prongsai.gateway.login;

import org.prongsai.gateway.problem.Reason;
import org.prongsai.gateway.problem.Refusal;
import org.prongsai.gateway.session.SealWriter;
import org.prongsai.gateway.signin.ClientSettings;
import org.prongsai.gateway.signin.RegistrationClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.server.DefaultServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Reads from a request that somebody wants to sign in, and what to ask the issuer then: with state, nonce and PKCE. */
@Component
class WayReader implements ServerOAuth2AuthorizationRequestResolver {
    private static final Logger LOG = LoggerFactory.getLogger(WayReader.class);

    private final DefaultServerOAuth2AuthorizationRequestResolver requests;
    private final boolean open;

    WayReader(RegistrationClient registrations, ClientSettings client, SealWriter seal) {
        requests = new DefaultServerOAuth2AuthorizationRequestResolver(_ -> registrations.registration());
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        open = client.hasSecret() && seal.hasKey();
        if (!open) {
            LOG.warn(
                    "Nobody can sign in with a browser: {} is not set. Tokens count as always",
                    seal.hasKey() ? "prongsai.sign-in.client-secret" : "prongsai.sign-in.session-keys");
        }
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange) {
        boolean wanted = exchange.getRequest().getMethod().equals(HttpMethod.GET)
                && exchange.getRequest().getPath().value().equals("/sign-in");
        return wanted ? resolve(exchange, RegistrationClient.ID) : Mono.empty();
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange, String registration) {
        return open ? requests.resolve(exchange, registration) : Mono.error(new Refusal(Reason.SIGN_IN_OFF));
    }
}
