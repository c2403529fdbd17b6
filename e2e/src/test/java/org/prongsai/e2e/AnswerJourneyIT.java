package org.prongsai.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.prongsai.seeds.Seeds;
import tools.jackson.databind.JsonNode;

/** The walk-through of the README: an answer becomes a score. */
class AnswerJourneyIT {

    /** Until what the loader sent has been counted. */
    private static final Duration LOADED = Duration.ofSeconds(90);

    private final Stage stage = Stage.get();

    @Test
    void the_complete_demo_round_shows_totals_and_levels_of_at_least_twenty_units() {
        await().atMost(LOADED).untilAsserted(() -> {
            var scores = stage.visitor("demo-auditor")
                    .get("/api/v1/rounds/" + Seeds.PAST_ROUND + "/scores?sort=-total&limit=100");
            assertThat(scores.status()).as(scores.body()).isEqualTo(200);
            assertThat(scores.json().path("items").valueStream().filter(unit -> unit.path("total")
                            .isObject()))
                    .hasSizeGreaterThanOrEqualTo(20)
                    .allSatisfy(
                            unit -> assertThat(unit.path("level").isObject()).isTrue());
        });
    }

    @Test
    void twenty_answers_at_an_open_unit_move_its_score_within_five_seconds() {
        var respondents = new Respondents(stage.visitor(""), Seeds.OPEN_ROUND, "imm-chiangmai");
        await().atMost(LOADED)
                .untilAsserted(() -> assertThat(score().path("adequacy").asString())
                        .as("what the loader sent has been counted")
                        .isEqualTo("sufficient"));
        JsonNode before = score();
        for (int i = 0; i < 20; i++) {
            var reply = respondents.submit(respondents.body(0));
            assertThat(reply.status()).as(reply.body()).isEqualTo(201);
            assertThat(reply.json().path("receipt").asString()).hasSize(19);
        }
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            var after = score();
            assertThat(part(after)).isGreaterThanOrEqualTo(part(before) + 11);
            assertThat(after.path("total").path("score").decimalValue())
                    .isNotEqualTo(before.path("total").path("score").decimalValue());
        });
    }

    @Test
    void the_scores_are_not_for_everybody_before_publication() {
        String path = "/api/v1/rounds/" + Seeds.PAST_ROUND + "/agencies/imm-chiangmai/score";
        assertThat(stage.visitor("").get(path).status()).isIn(401, 403);
        assertThat(stage.visitor("demo-coordinator").get(path).problem()).isEqualTo("/problems/not-published");
        await().atMost(LOADED).untilAsserted(() -> assertThat(
                        stage.visitor("demo-admin").get(path).status())
                .isEqualTo(200));
    }

    private JsonNode score() {
        return stage.visitor("demo-auditor")
                .get("/api/v1/rounds/" + Seeds.OPEN_ROUND + "/agencies/imm-chiangmai/score")
                .json();
    }

    private static int part(JsonNode score) {
        return score.path("instruments")
                .valueStream()
                .filter(i -> i.path("code").asString().equals("eit"))
                .flatMap(i -> i.path("parts").valueStream())
                .filter(p -> p.path("code").asString().equals("1"))
                .mapToInt(p -> p.path("responses").asInt())
                .findFirst()
                .orElse(0);
    }
}
