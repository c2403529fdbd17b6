package org.prongsai.gateway.signin;

import java.time.Duration;
import java.time.Instant;
import org.prongsai.gateway.problem.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.ReactiveOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Asks the issuer for tokens: for a code, and for a refresh token. */
@Component
public class TokenClient implements ReactiveOAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> {
    private static final Logger LOG = LoggerFactory.getLogger(TokenClient.class);
    private final WebClientReactiveAuthorizationCodeTokenResponseClient codes =
            new WebClientReactiveAuthorizationCodeTokenResponseClient();
    private final WebClientReactiveRefreshTokenTokenResponseClient refreshes =
            new WebClientReactiveRefreshTokenTokenResponseClient();
    private final RegistrationClient registrations;
    private final Duration timeout;

    TokenClient(SignInSettings settings, RegistrationClient registrations) {
        this.registrations = registrations;
        this.timeout = settings.timeout();
        WebClient http = IssuerClient.http(settings)
                .mutate()
                .filter(ExchangeFilterFunction.ofResponseProcessor(TokenClient::demandAnAnswer))
                .build();
        codes.setWebClient(http);
        refreshes.setWebClient(http);
    }

    @Override
    public Mono<OAuth2AccessTokenResponse> getTokenResponse(OAuth2AuthorizationCodeGrantRequest code) {
        return codes.getTokenResponse(code).timeout(timeout).onErrorMap(TokenClient::isNoVerdict, TokenClient::away);
    }

    /** Nothing when the issuer refuses. */
    public Mono<OAuth2AccessTokenResponse> refresh(String accessToken, Instant expires, String refreshToken) {
        return registrations
                .registration()
                .map(registration -> request(registration, accessToken, expires, refreshToken))
                .flatMap(refreshes::getTokenResponse)
                .timeout(timeout)
                .onErrorResume(OAuth2AuthorizationException.class, TokenClient::refused)
                .onErrorMap(TokenClient::isNoVerdict, TokenClient::away);
    }

    private static OAuth2RefreshTokenGrantRequest request(
            ClientRegistration registration, String accessToken, Instant expires, String refreshToken) {
        return new OAuth2RefreshTokenGrantRequest(
                registration,
                new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, accessToken, null, expires),
                new OAuth2RefreshToken(refreshToken, null));
    }

    private static Mono<OAuth2AccessTokenResponse> refused(OAuth2AuthorizationException refusal) {
        LOG.info("The issuer did not refresh a session: {}", refusal.getError().getErrorCode());
        return Mono.empty();
    }

    private static Mono<ClientResponse> demandAnAnswer(ClientResponse response) {
        return response.statusCode().is5xxServerError()
                ? response.releaseBody().then(Mono.error(IssuerClient.away()))
                : Mono.just(response);
    }

    /** A verdict is what the issuer says about the code, or a refusal of ours. */
    private static boolean isNoVerdict(Throwable fault) {
        return !(fault instanceof OAuth2AuthorizationException) && !(fault instanceof Refusal);
    }

    private static Throwable away(Throwable fault) {
        LOG.warn("The issuer cannot be asked for tokens: {}", fault.toString());
        return IssuerClient.away();
    }
}
