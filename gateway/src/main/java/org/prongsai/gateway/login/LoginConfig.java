package org.prongsai.gateway.login;

import java.net.URI;
import java.util.regex.Pattern;
import org.prongsai.gateway.problem.ProblemWriter;
import org.prongsai.gateway.problem.Reason;
import org.prongsai.gateway.problem.Refusal;
import org.prongsai.gateway.signin.IdTokenReader;
import org.prongsai.gateway.signin.IssuerClient;
import org.prongsai.gateway.signin.RegistrationClient;
import org.prongsai.gateway.signin.TokenClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeReactiveAuthenticationManager;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcReactiveOAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.WebFilterChainProxy;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;

/** Signs people in with the issuer: there and back, after limits have counted them. */
@Configuration(proxyBeanMethods = false)
class LoginConfig {
    private static final Logger LOG = LoggerFactory.getLogger(LoginConfig.class);
    /** As OAuth 2 spells its errors; anything else was written by a stranger. */
    private static final Pattern KNOWN = Pattern.compile("[A-Za-z_]{1,60}");

    @Bean
    @Order(50)
    WebFilter browserSignIn(
            ServerHttpSecurity http,
            RegistrationClient registrations,
            WayReader way,
            AttemptStore attempts,
            ArrivalStore arrivals,
            TokenClient tokens,
            IdTokenReader idTokens) {
        SecurityWebFilterChain chain = http.securityMatcher(ServerWebExchangeMatchers.pathMatchers(
                        "/sign-in", "/login/oauth2/code/" + RegistrationClient.ID))
                .authorizeExchange(exchanges -> exchanges.anyExchange().permitAll())
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .headers(ServerHttpSecurity.HeaderSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .oauth2Login(login -> login.clientRegistrationRepository(_ -> registrations.registration())
                        .authorizationRequestResolver(way)
                        .authorizationRequestRepository(attempts)
                        .authorizedClientRepository(arrivals)
                        .authenticationManager(exchange(tokens, idTokens))
                        .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                        .authenticationSuccessHandler((arrived, _) -> goOn(arrived.getExchange()))
                        .authenticationFailureHandler(LoginConfig::refuse))
                .build();
        return new WebFilterChainProxy(chain)::filter;
    }

    /** No bean: Spring Security would take it for the one that knows everybody. */
    private static ReactiveAuthenticationManager exchange(TokenClient tokens, IdTokenReader idTokens) {
        var manager =
                new OidcAuthorizationCodeReactiveAuthenticationManager(tokens, new OidcReactiveOAuth2UserService());
        manager.setJwtDecoderFactory(idTokens);
        return manager;
    }

    private static Mono<Void> goOn(ServerWebExchange exchange) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(HttpStatus.SEE_OTHER);
        response.getHeaders()
                .setLocation(URI.create(exchange.getAttributeOrDefault(ProblemWriter.WANTED, Destination.DESK)));
        return response.setComplete();
    }

    private static Mono<Void> refuse(WebFilterExchange exchange, AuthenticationException failure) {
        String code = failure instanceof OAuth2AuthenticationException said
                ? said.getError().getErrorCode()
                : failure.getClass().getSimpleName();
        LOG.info("Somebody was not signed in: {}", KNOWN.matcher(code).matches() ? code : "another error");
        return Mono.error(
                switch (code) {
                    case "access_denied", "login_required", "interaction_required" ->
                        new Refusal(Reason.SIGN_IN_DENIED);
                    case "temporarily_unavailable", "server_error" -> IssuerClient.away();
                    default -> new Refusal(Reason.SIGN_IN_FAILED);
                });
    }
}
