package org.prongsai.web.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;

class IssuerAwayIT {

    @Test
    void aServiceStartsWithoutItsIssuerAndRecoversWithIt() {
        try (var issuer = new TinyIssuer();
                var service = new SpringApplicationBuilder(SampleApplication.class)
                        .run("--server.port=0", "--management.server.port=0", "--prongsai.issuer=" + issuer.url())) {
            var base = "http://localhost:" + service.getEnvironment().getProperty("local.server.port") + "/api/v1";
            assertThat(Answer.to(base + "/rounds/r", request -> request).status())
                    .isEqualTo(200);
            UnaryOperator<HttpRequest.Builder> signedIn =
                    request -> request.header("Authorization", "Bearer " + issuer.token("x", "admin"));
            var answer = Answer.to(base + "/rounds/r", signedIn);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.type()).isEqualTo("/problems/unavailable");
            assertThat(answer.header("Retry-After")).isNotEmpty();
            issuer.start();
            // Whoever asks a busy machine's issuer waits no longer than he must, and is told to come again.
            await("the issuer is there again")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> Answer.to(base + "/rounds/r", signedIn).status() == 200);
        }
    }

    @Test
    void aTokenForSomebodyElseIsRefusedAndWhoWeAreIsASetting() throws Exception {
        try (var issuer = new TinyIssuer();
                var service = new SpringApplicationBuilder(SampleApplication.class)
                        .run(
                                "--server.port=0",
                                "--management.server.port=0",
                                "--prongsai.audience=other",
                                "--prongsai.issuer=" + issuer.url())) {
            issuer.start();
            var base = "http://localhost:" + service.getEnvironment().getProperty("local.server.port") + "/api/v1";
            assertThat(Answer.to(
                                    base + "/rounds/r",
                                    request -> request.header("Authorization", "Bearer " + issuer.token("x", "admin")))
                            .status())
                    .isEqualTo(401);
        }
    }
}
