package org.prongsai.gateway.signin;

import org.prongsai.gateway.problem.Reason;
import org.prongsai.gateway.problem.Refusal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import reactor.core.publisher.Mono;

/** Verifies every token that comes in; a request without one goes on, since the services decide what is public. */
@Configuration(proxyBeanMethods = false)
class SignInConfig {
    private static final ServerWebExchangeMatcher BRINGS_A_TOKEN =
            exchange -> exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)
                    ? MatchResult.match()
                    : MatchResult.notMatch();

    @Bean
    SecurityWebFilterChain tokens(ServerHttpSecurity http) {
        return http.securityMatcher(BRINGS_A_TOKEN)
                .authorizeExchange(exchanges -> exchanges.anyExchange().permitAll())
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .headers(ServerHttpSecurity.HeaderSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .oauth2ResourceServer(server -> server.jwt(jwt -> {})
                        .authenticationFailureHandler((_, failure) -> Mono.error(refusal(failure))))
                .build();
    }

    /** Addresses that could mean one thing here and another in a service are refused at the door. */
    @Bean
    ServerExchangeRejectedHandler strangeAddresses() {
        return (_, _) -> Mono.error(new Refusal(Reason.UNREADABLE));
    }

    private static Refusal refusal(AuthenticationException failure) {
        if (failure instanceof AuthenticationServiceException) {
            return IssuerClient.away();
        }
        Reason reason = isExpired(failure) ? Reason.TOKEN_EXPIRED : Reason.TOKEN_INVALID;
        return new Refusal(reason).with(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
    }

    private static boolean isExpired(AuthenticationException failure) {
        return failure.getCause() instanceof JwtValidationException invalid
                && invalid.getErrors().stream().anyMatch(error -> String.valueOf(error.getDescription())
                        .contains("expired"));
    }
}
