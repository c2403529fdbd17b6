package org.prongsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A gateway that browsers know by https, started before its issuer. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "PRONGSAI_SECRETS=/nowhere",
            "prongsai.sign-in.public=https://ita.example",
            "prongsai.sign-in.client-secret=secret"
        })
class HttpsIT extends Calling {
    private static final MoodyIssuer ISSUER = new MoodyIssuer();

    @DynamicPropertySource
    static void places(DynamicPropertyRegistry registry) {
        registry.add("prongsai.sign-in.issuer", ISSUER::base);
        registry.add("prongsai.sign-in.session-keys", () -> SealedCookie.KEY);
        registry.add("prongsai.services.at.portal", AbsentServer::base);
    }

    /** In this order, since where the issuer is must be asked only once. */
    @Test
    void whoComesBeforeTheIssuerIsToldSoAndWhoComesAfterItGetsACookieForHttpsAndThisHostAlone() {
        ISSUER.away = true;
        HttpResponse<String> early = send(to("/sign-in").header("Accept", "text/html"));
        assertThat(early.statusCode()).isEqualTo(503);
        assertThat(early.body()).contains("<h1>บริการเข้าสู่ระบบไม่ตอบสนอง</h1>", "href=\"/sign-in\"");

        ISSUER.away = false;
        await().atMost(Duration.ofSeconds(10)).until(() -> get("/sign-in").statusCode() == 302);
        assertThat(header(get("/sign-in"), "Set-Cookie"))
                .startsWith("__Host-prongsai-way=")
                .contains("; Secure", "; Path=/")
                .doesNotContain("Domain");
        assertThat(Browser.location(get("/sign-in"))).contains("redirect_uri=https://ita.example/login/");

        String cookie = new SealedCookie().of(ISSUER.token("somebody"), "r", "i");
        assertThat(me("prongsai=" + cookie)).isEqualTo(401);
        assertThat(me("__Host-prongsai=" + cookie)).isEqualTo(200);
    }

    private int me(String cookie) {
        return send(to("/api/v1/me").header("Cookie", cookie)).statusCode();
    }
}
