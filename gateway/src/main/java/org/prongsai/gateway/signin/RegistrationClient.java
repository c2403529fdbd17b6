package org.prongsai.gateway.signin;

import org.prongsai.gateway.problem.Reason;
import org.prongsai.gateway.problem.Refusal;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Knows the gateway as the issuer knows it, once the issuer was found. */
@Component
public class RegistrationClient {
    /** The last part of the address to which the issuer sends people back. */
    public static final String ID = "prongsai";

    private final ClientSettings settings;
    private final SignInSettings signIn;
    private final IssuerClient issuer;

    RegistrationClient(ClientSettings settings, SignInSettings signIn, IssuerClient issuer) {
        this.settings = settings;
        this.signIn = signIn;
        this.issuer = issuer;
    }

    /** Without a secret of ours nobody can be signed in; without the issuer not now. */
    public Mono<ClientRegistration> registration() {
        return settings.hasSecret()
                ? issuer.discovery().map(this::registration).onErrorMap(_ -> IssuerClient.away())
                : Mono.error(new Refusal(Reason.SIGN_IN_OFF));
    }

    private ClientRegistration registration(IssuerClient.Discovery found) {
        return ClientRegistration.withRegistrationId(ID)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(signIn.origin() + "/login/oauth2/code/" + ID)
                .scope("openid", "profile")
                .issuerUri(signIn.issuer())
                .authorizationUri(found.authorizationEndpoint())
                .tokenUri(found.tokenEndpoint())
                .jwkSetUri(found.keys())
                .build();
    }
}
