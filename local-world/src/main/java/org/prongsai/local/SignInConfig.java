package org.prongsai.local;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.configuration.WebSecurityCustomizer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/** Gives every demo account a client and a user, and the gateway and other frontends the right to sign people in. */
@Configuration(proxyBeanMethods = false)
class SignInConfig {

    private static final String GATEWAY = "prongsai-gateway";
    /** Frontends that keep no secret, such as pages and apps; they are served from here while they are written. */
    private static final String PUBLIC = "prongsai-public";

    private static final List<String> FRONTENDS = List.of("http://localhost:3000", "http://127.0.0.1:3000");
    private static final TokenSettings TOKENS = TokenSettings.builder()
            .accessTokenTimeToLive(Duration.ofMinutes(15))
            .build();

    @Bean
    AuthorizationServerSettings authorizationServer(WorldSettings settings) {
        return AuthorizationServerSettings.builder().issuer(settings.issuer()).build();
    }

    @Bean
    JWKSource<SecurityContext> signingKeys(WorldSettings settings) {
        var key = new SigningKeyStore(settings.data().resolve("keys")).readOrCreate();
        return new ImmutableJWKSet<>(new JWKSet(key));
    }

    @Bean
    RegisteredClientRepository clients(WorldSettings settings) {
        var demo = DemoAccount.ALL.stream().map(SignInConfig::client);
        var frontends = Stream.of(gateway(settings.gateway()), frontend());
        return new InMemoryRegisteredClientRepository(
                Stream.concat(demo, frontends).toList());
    }

    /** Pages of other frontends may ask for tokens themselves; Spring Security finds this by its name. */
    @Bean
    UrlBasedCorsConfigurationSource corsConfigurationSource() {
        var permission = new CorsConfiguration();
        permission.setAllowedOrigins(FRONTENDS);
        permission.setAllowedMethods(List.of("GET", "POST"));
        permission.setAllowedHeaders(List.of("Authorization", "Content-Type"));
        var source = new UrlBasedCorsConfigurationSource();
        Stream.of("/.well-known/**", "/oauth2/token", "/oauth2/jwks")
                .forEach(path -> source.registerCorsConfiguration(path, permission));
        return source;
    }

    @Bean
    UserDetailsService users() {
        return new InMemoryUserDetailsManager(
                DemoAccount.ALL.stream().map(SignInConfig::user).toList());
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims() {
        return token -> Optional.ofNullable(token.<Authentication>getPrincipal())
                .flatMap(principal -> DemoAccount.named(principal.getName()))
                .ifPresent(account -> describe(token, account));
    }

    private static void describe(JwtEncodingContext token, DemoAccount account) {
        token.getClaims().claim("roles", account.roles()).claim("agencies", account.agencies());
        if (OAuth2TokenType.ACCESS_TOKEN.equals(token.getTokenType())) {
            token.getClaims().audience(List.of("prongsai"));
        }
    }

    /** A person may type the account's name or the scripts' secret; nothing here is worth hashing. */
    @Bean
    PasswordEncoder passwords() {
        return new PasswordEncoder() {
            @Override
            public String encode(@Nullable CharSequence password) {
                return String.valueOf(password);
            }

            @Override
            public boolean matches(@Nullable CharSequence typed, @Nullable String accepted) {
                return accepted != null && List.of(accepted.split(" ")).contains(String.valueOf(typed));
            }
        };
    }

    @Bean
    WebSecurityCustomizer openPages() {
        return web -> web.ignoring().requestMatchers("/health", "/actuator/health", "/mailbox", "/drill/**");
    }

    private static String accepted(String name) {
        return name + " demo";
    }

    private static RegisteredClient client(DemoAccount account) {
        return RegisteredClient.withId(account.name())
                .clientId(account.name())
                .clientSecret(accepted(account.name()))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(TOKENS)
                .build();
    }

    private static RegisteredClient gateway(String gateway) {
        return RegisteredClient.withId(GATEWAY)
                .clientId(GATEWAY)
                .clientSecret(accepted(GATEWAY))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUri(gateway + "/login/oauth2/code/prongsai")
                .postLogoutRedirectUri(gateway + "/")
                .scopes(scopes -> scopes.addAll(List.of("openid", "profile")))
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .tokenSettings(TOKENS)
                .build();
    }

    /** It proves by PKCE that it is the one that asked, and is given no refresh token. */
    private static RegisteredClient frontend() {
        return RegisteredClient.withId(PUBLIC)
                .clientId(PUBLIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUris(uris -> FRONTENDS.forEach(origin -> uris.add(origin + "/callback")))
                .scopes(scopes -> scopes.addAll(List.of("openid", "profile")))
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .tokenSettings(TOKENS)
                .build();
    }

    private static UserDetails user(DemoAccount account) {
        return User.withUsername(account.name())
                .password(accepted(account.name()))
                .roles("DEMO")
                .build();
    }
}
