package org.prongsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The gateway with an issuer that signs people in, and somebody at a browser. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "PRONGSAI_SECRETS=/nowhere",
            "prongsai.sign-in.public=" + Browser.US,
            "prongsai.sign-in.client-secret=" + StrictIssuer.SECRET
        })
abstract class SigningGateway extends Calling {
    static final StrictIssuer ISSUER = new StrictIssuer();
    static final EchoServer PORTAL = new EchoServer("portal", "/");
    static final EchoServer ASSESSMENT = new EchoServer("assessment", "/");

    Browser browser;

    @DynamicPropertySource
    static void places(DynamicPropertyRegistry registry) {
        registry.add("prongsai.sign-in.issuer", ISSUER::base);
        registry.add("prongsai.sign-in.session-keys", () -> SealedCookie.KEY + "," + SealedCookie.OLD_KEY);
        registry.add("prongsai.services.at.portal", PORTAL::base);
        registry.add("prongsai.services.at.assessment", ASSESSMENT::base);
    }

    @BeforeEach
    void sitDown() {
        browser = new Browser(port);
    }

    @AfterEach
    void issuerIsItselfAgain() {
        ISSUER.away = false;
        ISSUER.falseNonce = null;
        ISSUER.agencies = List.of("imm-chiangmai");
    }

    /** What of the browser's request arrived at the service: the token, or nothing. */
    static String bearer(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json(response).at("/headers/authorization").asString("").replace("Bearer ", "");
    }
}
