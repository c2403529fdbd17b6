package org.prongsai.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.prongsai.web.AccessReader;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

class AccessWalkIT {
    private static final Stage STAGE = Stage.get();
    private static Setting setting;

    @BeforeAll
    static void someUnit() {
        setting = Setting.of("walk").framework().units(1).opened();
        await().untilAsserted(() ->
                assertThat(STAGE.score("walk", setting.unit(1)).status()).isEqualTo(200));
    }

    private static List<AccessReader.Door> doors() {
        var mapping = STAGE.service().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        return AccessReader.doors(mapping);
    }

    /** What is shown before publication to the authority only. */
    private static List<String> paths() {
        return doors().stream()
                .filter(door -> door.path().startsWith("/api/v1/rounds/"))
                .map(door -> door.path()
                        .replace("/api/v1", "")
                        .replace("{round}", "walk")
                        .replace("{agency}", setting.unit(1)))
                .toList();
    }

    private static Stage.Answer ask(String path, String token) {
        return STAGE.get(path, "Authorization", "Bearer " + token);
    }

    @Test
    void every_address_stands_under_a_row_of_the_access_table() {
        assertThat(doors())
                .extracting(AccessReader.Door::toString)
                .containsExactlyInAnyOrder(
                        "GET /api/v1/agencies/{agency}/history READ_HISTORY",
                        "GET /api/v1/agencies/{agency}/history.csv READ_HISTORY",
                        "GET /api/v1/results LIST_RESULTS",
                        "GET /api/v1/results.csv LIST_RESULTS",
                        "POST /api/v1/results/imports IMPORT_RESULTS",
                        "GET /api/v1/rounds/{round}/agencies/{agency}/breakdown READ_BREAKDOWN",
                        "GET /api/v1/rounds/{round}/agencies/{agency}/explanation READ_EXPLANATION",
                        "GET /api/v1/rounds/{round}/agencies/{agency}/score READ_SCORE",
                        "GET /api/v1/rounds/{round}/rollups LIST_ROLLUPS",
                        "GET /api/v1/rounds/{round}/rollups.csv LIST_ROLLUPS",
                        "GET /api/v1/rounds/{round}/scores.csv LIST_SCORES",
                        "GET /api/v1/rounds/{round}/scores LIST_SCORES");
    }

    @Test
    void published_results_are_for_everybody_and_only_administrators_bring_them_in() {
        var history = "/agencies/" + setting.unit(1) + "/history";
        for (var open : List.of(history, history + ".csv", "/results", "/results.csv"))
            assertThat(STAGE.get(open).status()).describedAs(open).isEqualTo(200);
        for (var role : List.of("admin", "auditor", "assessor", "system", "coordinator", "executive", "commander")) {
            assertThat(ask(history, STAGE.token(role)).status())
                    .describedAs(role)
                    .isEqualTo(200);
            assertThat(STAGE.postCsv(STAGE.token(role), "/results/imports", new byte[0])
                            .status())
                    .describedAs(role)
                    .isEqualTo(role.equals("admin") ? 422 : 403);
        }
        assertThat(STAGE.postCsv("", "/results/imports", new byte[0]).status()).isEqualTo(401);
    }

    @Test
    void the_authority_is_let_in_everywhere_and_nobody_else_before_publication() {
        for (var path : paths()) {
            for (var role : List.of("admin", "auditor"))
                assertThat(ask(path, STAGE.token(role)).status())
                        .describedAs(path)
                        .isEqualTo(200);
            for (var role : List.of("assessor", "system", "coordinator", "executive", "commander", "stranger"))
                assertThat(ask(path, STAGE.token(role, setting.unit(1))).text("/type"))
                        .describedAs(path)
                        .isEqualTo("/problems/not-published");
            assertThat(STAGE.get(path).status()).describedAs(path).isEqualTo(403);
        }
    }

    @Test
    void a_token_that_proves_nothing_is_refused_everywhere() {
        var tokens = STAGE.tokens();
        for (var path : paths())
            for (var token : List.of(
                    "nonsense",
                    tokens.expired("demo-auditor", List.of("auditor"), List.of()),
                    tokens.forged("demo-auditor", List.of("auditor"), List.of()),
                    tokens.forAudience("elsewhere", "demo-auditor", List.of("auditor"))))
                assertThat(ask(path, token).text("/type")).describedAs(path).isEqualTo("/problems/not-signed-in");
    }

    @Test
    void every_address_is_described() {
        var api = STAGE.described();
        assertThat(api.status()).isEqualTo(200);
        for (var door : doors())
            assertThat(api.json().path("paths").has(door.path()))
                    .describedAs(door.path())
                    .isTrue();
        assertThat(api.raw().body()).contains("standardError", "leftOut", "needs", "earlier", "weakest", "histogram");
    }
}
