package org.prongsai.gateway.about;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prongsai.gateway.problem.Reason;
import org.prongsai.gateway.problem.Refusal;
import org.prongsai.gateway.session.SessionFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Says to people and programs who they are signed in as. */
@RestController
class MeEndpoint {
    private static final Refusal NOBODY =
            new Refusal(Reason.NOBODY_SIGNED_IN).with(HttpHeaders.WWW_AUTHENTICATE, "Bearer");

    /** Of a session it is the end if nothing more is done, of a token its own. */
    record Me(
            String name,
            List<String> roles,
            List<String> agencies,
            @Nullable Instant expires) {}

    @GetMapping(path = "/api/v1/me", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Me>> me(ServerWebExchange exchange) {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .mapNotNull(known -> known.getPrincipal() instanceof Jwt token ? token : null)
                .map(token -> me(token, SessionFilter.end(exchange)))
                .map(me -> ResponseEntity.ok()
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .body(me))
                .switchIfEmpty(Mono.error(NOBODY));
    }

    private static Me me(Jwt token, @Nullable Instant end) {
        return new Me(
                name(token), list(token, "roles"), list(token, "agencies"), end == null ? token.getExpiresAt() : end);
    }

    private static String name(Jwt token) {
        return Stream.of("name", "preferred_username", "sub")
                .map(token::getClaimAsString)
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .orElse("");
    }

    private static List<String> list(Jwt token, String claim) {
        List<String> values = token.getClaimAsStringList(claim);
        return values == null ? List.of() : values;
    }
}
