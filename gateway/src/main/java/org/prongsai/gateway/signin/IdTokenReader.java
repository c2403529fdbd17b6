package org.prongsai.gateway.signin;

import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.authentication.ReactiveOidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoderFactory;
import org.springframework.stereotype.Component;

/** Reads who has signed in: signed by the issuer with the keys that sign every token, made for us, and not expired. */
@Component
public class IdTokenReader implements ReactiveJwtDecoderFactory<ClientRegistration> {
    private final IssuerClient issuer;

    IdTokenReader(IssuerClient issuer) {
        this.issuer = issuer;
    }

    @Override
    public ReactiveJwtDecoder createDecoder(ClientRegistration registration) {
        NimbusReactiveJwtDecoder decoder = TokenReader.decoder(issuer);
        decoder.setJwtValidator(new OidcIdTokenValidator(registration));
        decoder.setClaimSetConverter(
                new ClaimTypeConverter(ReactiveOidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
        return token -> decoder.decode(token).onErrorMap(IllegalStateException.class, _ -> IssuerClient.away());
    }
}
