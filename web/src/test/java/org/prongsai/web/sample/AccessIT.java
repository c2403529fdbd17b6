package org.prongsai.web.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.prongsai.web.AccessReader;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

class AccessIT {
    private static Sample sample;

    @BeforeAll
    static void start() {
        sample = new Sample();
    }

    @AfterAll
    static void stop() {
        sample.close();
    }

    @Test
    void theTableDecidesWhoGetsIn() {
        var unknown = sample.write("POST", "/rounds", "{}");
        assertThat(unknown.type()).isEqualTo("/problems/not-signed-in");
        assertThat(unknown.header("WWW-Authenticate")).isEqualTo("Bearer");
        var wrong = sample.write("POST", "/rounds", "{}", sample.as("auditor"));
        assertThat(wrong.status()).isEqualTo(403);
        assertThat(wrong.type()).isEqualTo("/problems/not-yours");
        assertThat(wrong.fault().path("expected").toString()).isEqualTo("[\"admin\"]");
        assertThat(wrong.fault().path("actual").toString()).isEqualTo("[\"auditor\"]");
        assertThat(sample.write("POST", "/rounds", "{\"k\":5}", sample.as("admin"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aCoordinatorActsOnlyWithinTheirAgencies() {
        var mine = "/rounds/r/agencies/imm-chiangmai/population";
        assertThat(sample.write("PUT", mine, "{}", sample.as("coordinator", "imm-chiangmai"))
                        .status())
                .isEqualTo(200);
        assertThat(sample.write("PUT", mine, "{}", sample.as("coordinator", "imm-division-5"))
                        .status())
                .isEqualTo(200);
        assertThat(sample.write("PUT", mine, "{}", sample.as("admin")).status()).isEqualTo(200);
        assertThat(sample.write("PUT", mine, "{}", sample.as("coordinator")).status())
                .isEqualTo(403);
        var other = sample.write("PUT", mine, "{}", sample.as("coordinator", "imm-nongkhai"));
        assertThat(other.status()).isEqualTo(403);
        assertThat(other.fault().path("actual").asString()).isEqualTo("imm-chiangmai");
        var unknown = sample.write(
                "PUT", "/rounds/r/agencies/atlantis/population", "{}", sample.as("coordinator", "imm-nongkhai"));
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.fault().path("actual").asString()).isEqualTo("atlantis");
    }

    @Test
    void scoresAreForTheAuthorityUntilPublished() {
        assertThat(sample.get("/rounds/running/agencies/imm-chiangmai/score").type())
                .isEqualTo("/problems/not-published");
        var unit =
                sample.get("/rounds/running/agencies/imm-chiangmai/score", sample.as("coordinator", "imm-chiangmai"));
        assertThat(unit.type()).isEqualTo("/problems/not-published");
        assertThat(sample.get("/rounds/running/agencies/imm-chiangmai/score", sample.as("auditor"))
                        .status())
                .isEqualTo(200);
        assertThat(sample.get("/rounds/done/agencies/imm-chiangmai/score").status())
                .isEqualTo(200);
        assertThat(sample.get("/rounds/never/agencies/imm-chiangmai/score").status())
                .isEqualTo(404);
    }

    @Test
    void anEndpointWithoutARowLetsNobodyIn() {
        assertThat(sample.get("/forgotten", sample.as("admin")).status()).isEqualTo(403);
        var mapping = sample.service.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        assertThat(AccessReader.doors(mapping))
                .filteredOn(door -> door.row().isEmpty())
                .extracting(AccessReader.Door::path)
                .isEqualTo(List.of("/api/v1/forgotten"));
    }

    @Test
    void tokensThatAreNotOursAreRefused() {
        refused(sample.issuer.token(
                sample.issuer.key,
                "x",
                claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(120)))));
        refused(sample.issuer.token(sample.issuer.key, "x", claims -> claims.expirationTime(null)));
        refused(sample.issuer.token(sample.issuer.key, "x", claims -> claims.audience("other")));
        refused(sample.issuer.token(sample.issuer.key, "x", claims -> claims.issuer("http://elsewhere")));
        refused(sample.issuer.token(sample.issuer.key, "", claims -> {}));
        refused(sample.issuer.token(TinyIssuer.key(), "x", claims -> claims.claim("roles", List.of("admin"))));
        refused("not.a.token");
    }

    private void refused(String token) {
        var answer = sample.write("POST", "/rounds", "{}", "Authorization", "Bearer " + token);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.type()).isEqualTo("/problems/not-signed-in");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
    }
}
