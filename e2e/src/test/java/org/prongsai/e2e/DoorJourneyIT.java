package org.prongsai.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.prongsai.launcher.Topology;
import org.prongsai.seeds.Seeds;

/** What anybody meets at the one door: documents, refusals, health, and the mail that was sent. */
class DoorJourneyIT {

    private final Stage stage = Stage.get();

    @Test
    void every_service_describes_itself_under_docs_and_in_one_document() {
        var all = stage.visitor("").get("/api/v1/openapi.json");
        assertThat(all.status()).isEqualTo(200);
        var paths = all.json().path("paths");
        assertThat(paths.has("/api/v1/rounds/{round}/agencies/{agency}/responses"))
                .isTrue();
        assertThat(paths.has("/api/v1/rounds/{round}/scores")).isTrue();
        assertThat(paths.has("/api/v1/rounds/{round}/marks/imports")).isTrue();
        assertThat(paths.has("/api/v1/messages")).isTrue();
        assertThat(all.json().at("/x-absent-services").isArray()).isTrue();
        assertThat(all.json().path("x-absent-services")).isEmpty();
        assertThat(all.json().at("/x-paths-without-door").isArray()).isTrue();
        assertThat(all.json().path("x-paths-without-door"))
                .as("paths that a service describes and nobody outside can reach")
                .isEmpty();
        paths.forEach(path -> path.forEach(operation -> {
            assertThat(operation.path("summary").asString()).as("%s", operation).isNotBlank();
            assertThat(operation.path("description").asString())
                    .as("%s", operation)
                    .startsWith("For ");
        }));
        for (var service : new String[] {"assessment", "scoring", "disclosure", "notification"}) {
            assertThat(stage.visitor("")
                            .get("/docs/openapi/" + service + ".json")
                            .status())
                    .as(service)
                    .isEqualTo(200);
        }
        assertThat(stage.visitor("")
                        .get("/api/v1/about")
                        .json()
                        .path("tokenEndpoint")
                        .asString())
                .isEqualTo(stage.platform.tokenEndpoint());
    }

    @Test
    void refusals_look_the_same_from_the_gateway_and_from_a_service() {
        var nowhere = stage.visitor("").get("/nowhere", "Accept-Language", "th");
        assertThat(nowhere.status()).isEqualTo(404);
        assertThat(nowhere.header("Content-Type")).isEqualTo("application/problem+json");
        var unknown = stage.visitor("").get("/api/v1/rounds/nowhere");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(unknown.problem()).isEqualTo("/problems/not-found");
        assertThat(stage.visitor("")
                        .post("/api/v1/rounds", "application/json", "{}")
                        .status())
                .isEqualTo(401);
        assertThat(stage.visitor("demo-coordinator")
                        .post("/api/v1/rounds", "application/json", "{}")
                        .status())
                .isEqualTo(403);
        assertThat(stage.visitor("")
                        .get("/api/v1/rounds", "Authorization", "Bearer forged.token.here")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void every_problem_that_a_service_can_name_has_a_page_in_both_languages() throws IOException {
        String types = Files.readString(Path.of("../web/src/main/java/org/prongsai/web/ProblemType.java"));
        var slugs = Pattern.compile("(?m)^ {4}([A-Z_]+)\\(\\d{3}\\)")
                .matcher(types)
                .results()
                .map(found -> found.group(1).toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        assertThat(slugs).hasSizeGreaterThan(20).contains("window-closed");
        for (String slug : slugs) {
            for (String language : new String[] {"th", "en"}) {
                var page = stage.visitor("").get("/problems/" + slug + "?lang=" + language);
                assertThat(page.status()).as(slug).isEqualTo(200);
                assertThat(page.header("Content-Language")).startsWith(language);
            }
        }
    }

    @Test
    void a_body_of_ten_megabytes_is_refused_at_the_door() {
        var reply = stage.visitor("")
                .post(
                        "/api/v1/rounds/" + Seeds.OPEN_ROUND + "/agencies/imm-chiangmai/responses",
                        "application/json",
                        "x".repeat(10_000_000));
        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.problem()).isEqualTo("/problems/too-large");
    }

    @Test
    void a_coordinator_of_another_unit_changes_nothing_here() {
        var other = stage.visitor("demo-coordinator")
                .put(
                        "/api/v1/rounds/" + Seeds.OPEN_ROUND + "/agencies/imm-phuket/population",
                        "application/json",
                        "{\"internal\":10,\"external\":20}");
        assertThat(other.status()).isEqualTo(403);
        assertThat(other.problem()).isEqualTo("/problems/not-yours");
    }

    @Test
    void every_service_is_ready_and_can_be_scraped() {
        for (var part : Topology.PARTS.stream()
                .filter(p -> !p.equals(Topology.LOCAL_WORLD))
                .toList()) {
            var meters = Visitor.reply(
                    HttpRequest.newBuilder(URI.create(stage.platform.management(part.name()) + "/actuator/prometheus"))
                            .build());
            assertThat(meters.status()).as(part.name()).isEqualTo(200);
            assertThat(meters.body()).contains("jvm_memory_used_bytes").doesNotContain("imm-chiangmai");
        }
    }

    @Test
    void a_deadline_of_the_open_round_reaches_the_coordinator_by_mail() {
        await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
            var mail = Visitor.reply(
                    HttpRequest.newBuilder(URI.create(stage.platform.mailbox())).build());
            assertThat(mail.body()).contains("\"demo-coordinator@example.org\"");
        });
    }
}
