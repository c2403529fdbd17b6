package org.prongsai.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoders;

/** The test issuer's honest tokens pass a real decoder and its dishonest ones do not. */
class TestTokensTest {

    private static final TestTokens TOKENS = TestTokens.start();
    private final JwtDecoder decoder = JwtDecoders.fromIssuerLocation(TOKENS.issuer());

    @AfterAll
    static void stop() {
        TOKENS.close();
    }

    @Test
    void anHonestTokenCarriesRolesAndAgencies() {
        var token = decoder.decode(TOKENS.token("somchai", List.of("coordinator"), List.of("imm-chiangmai")));
        assertThat(token.getSubject()).isEqualTo("somchai");
        assertThat(token.getAudience()).containsExactly("prongsai");
        assertThat(token.getClaimAsStringList("roles")).containsExactly("coordinator");
        assertThat(token.getClaimAsStringList("agencies")).containsExactly("imm-chiangmai");
    }

    @Test
    void expiredForgedAndForeignTokensAreRefused() {
        assertThatThrownBy(() -> decoder.decode(TOKENS.expired("x", List.of("admin"), List.of())))
                .hasMessageContaining("expired");
        assertThatThrownBy(() -> decoder.decode(TOKENS.forged("x", List.of("admin"), List.of())))
                .hasMessageContaining("signature");
        assertThatThrownBy(() -> decoder.decode(TOKENS.fromIssuer("http://elsewhere", "x", List.of("admin"))))
                .hasMessageContaining("iss");
    }
}
