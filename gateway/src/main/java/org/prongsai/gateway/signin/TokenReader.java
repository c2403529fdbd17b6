package org.prongsai.gateway.signin;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.proc.JWKSecurityContext;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.proc.ConfigurableJWTProcessor;
import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads a token: signed by the issuer with a public-key algorithm, for our audience, and not expired. */
@Component
class TokenReader implements ReactiveJwtDecoder {
    private final NimbusReactiveJwtDecoder decoder;

    TokenReader(IssuerClient issuer, SignInSettings settings) {
        decoder = decoder(issuer);
        decoder.setJwtValidator(validator(settings));
    }

    /** For whatever the issuer signs; what must be true of it is the caller's to say. */
    static NimbusReactiveJwtDecoder decoder(IssuerClient issuer) {
        return NimbusReactiveJwtDecoder.withJwkSource(issuer::keysFor)
                .jwtProcessorCustomizer(TokenReader::acceptAlgorithms)
                .build();
    }

    @Override
    public Mono<Jwt> decode(String token) {
        return decoder.decode(token).onErrorMap(TokenReader::verdict);
    }

    /** Spring Security takes a BadJwtException for a bad token and any other JwtException for our own trouble. */
    private static Throwable verdict(Throwable fault) {
        return switch (fault) {
            case BadJwtException bad -> bad;
            case IllegalStateException away -> new JwtException("The issuer's keys cannot be had", away);
            default -> new BadJwtException("The token cannot be read", fault);
        };
    }

    private static void acceptAlgorithms(ConfigurableJWTProcessor<JWKSecurityContext> processor) {
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                IssuerClient.ALGORITHMS, (selector, context) -> selector.select(new JWKSet(context.getKeys()))));
    }

    private static OAuth2TokenValidator<Jwt> validator(SignInSettings settings) {
        return new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(settings.issuer()),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, audience -> audience != null && audience.contains(settings.audience())));
    }
}
