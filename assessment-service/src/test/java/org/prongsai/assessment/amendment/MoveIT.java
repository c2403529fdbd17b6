package org.prongsai.assessment.amendment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.Given;
import org.prongsai.contracts.EventJson;
import org.prongsai.contracts.Topic;
import org.prongsai.contracts.assessment.ResponsesReleased;

/** A round that is moved to a newer version of its framework, before answers and after. */
class MoveIT {

    private final AssessmentWorld world = AssessmentWorld.get();

    @Test
    void before_the_first_answer_a_round_moves_and_that_is_told_audited_and_shown() {
        var round = Amending.open("moved-free");
        var two = round.publish("value: 100}", "value: 99}");
        assertThat(two).isEqualTo("moved-free@2");
        var moved = round.move(two);
        assertThat(moved.status()).as(moved.body()).isEqualTo(200);
        assertThat(moved.header("ETag")).isEqualTo(round.read().header("ETag")).isEqualTo("\"2\"");
        assertThat(round.framework()).isEqualTo(two);
        assertThat(moved.json().path("errata").size()).isZero();
        AssessmentWorld.eventually(
                "the survey is the new one",
                () -> world.get(round.path() + "/surveys/eit").body().contains(two));
        var told = world.told(Topic.ROUNDS, round.name(), r -> r.size() >= 2).getLast();
        assertThat(new String(told.headers().lastHeader("ce_type").value())).isEqualTo("RoundReframed");
        assertThat(EventJson.MAPPER.readTree(told.value()).path("from").asString())
                .isEqualTo("moved-free@1");
        assertThat(world.one(
                        "assessment",
                        String.class,
                        "select reason from audit where action = 'move-framework' and subject = 'rounds/moved-free'"))
                .isEqualTo("a word was missing");
        assertThat(round.move(two).header("ETag")).isEqualTo(moved.header("ETag"));
        assertThat(round.move("moved-free@1").faults()).containsExactly("/framework not-newer");
    }

    @Test
    void after_the_first_answer_only_other_words_come_and_everybody_can_read_why() {
        var round = Amending.open("moved-late");
        assertThat(round.submit(round.lead(), 1).status()).isEqualTo(201);
        var scored = round.publish("value: 100}", "value: 99}");
        var refused = round.move(scored);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("invalid-round");
        assertThat(refused.faults()).isNotEmpty().containsOnly("/framework changes-scoring");
        assertThat(refused.json().at("/errors/0/expected").asString()).contains("/value: 100");
        assertThat(refused.json().at("/errors/0/actual").asString()).contains("/value: 99");
        assertThat(round.framework()).isEqualTo("moved-late@1");
        var worded = round.publish(Amending.WORD, "How much do officers");
        var moved = round.move(worded);
        assertThat(moved.status()).as(moved.body()).isEqualTo(200);
        var erratum = round.read().json().at("/errata/0");
        assertThat(erratum.path("from").asString()).isEqualTo("moved-late@1");
        assertThat(erratum.path("to").asString()).isEqualTo(worded);
        assertThat(erratum.path("reason").asString()).isEqualTo("a word was missing");
        assertThat(erratum.path("at").asString()).matches("\\d{4}-\\d\\d-\\d\\d");
        assertThat(world.get("/api/v1/rounds?limit=500").body()).contains("\"to\":\"" + worded + "\"");
    }

    @Test
    void no_answer_is_lost_or_doubled_by_an_erratum() {
        var round = Amending.open("moved-counted");
        for (int visitor = 0; visitor < 12; visitor++) round.submit(round.lead(), visitor);
        AssessmentWorld.eventually("some have left", () -> releases(round).size() >= 1);
        var worded = round.publish(Amending.WORD, "How much do officers");
        assertThat(round.move(worded).status()).isEqualTo(200);
        // Within the second for which the round is remembered, answers still go to the pool under the old name.
        assertThat(round.submit(round.lead(), 0, Given.answers("eit", 2)).status())
                .isEqualTo(201);
        AssessmentWorld.eventually(
                "the new one is known",
                () -> world.get(round.path() + "/surveys/eit").body().contains(worded));
        for (int visitor = 0; visitor < 12; visitor++)
            assertThat(round.submit(round.lead(), visitor, Given.answers("eit", 1))
                            .status())
                    .isEqualTo(201);
        for (int visitor = 12; visitor < 24; visitor++) round.submit(round.lead(), visitor);
        assertThat(round.pools("framework = '" + worded + "'")).isEqualTo(1);
        assertThat(round.pools("framework <> '" + worded + "'")).isZero();
        AssessmentWorld.eventually("withdrawals are told under the new name", () -> releases(round).stream()
                .anyMatch(each ->
                        each.framework().equals(worded) && !each.withdrawn().isEmpty()));
        long tokens = world.one(
                "responses",
                Long.class,
                "select count(distinct token_hash) from response join pool using (pool) where round = 'moved-counted'");
        assertThat(tokens).isEqualTo(24);
        AssessmentWorld.eventually(
                "as many count as were told",
                () -> counted(round)
                        == world.one(
                                "responses",
                                Long.class,
                                "select count(*) from response join pool using (pool)"
                                        + " where round = 'moved-counted' and not waiting"));
    }

    private List<ResponsesReleased> releases(Amending round) {
        return world.told(Topic.RESPONSES, round.lead(), r -> true).stream()
                .map(each -> EventJson.MAPPER.readValue(each.value(), ResponsesReleased.class))
                .toList();
    }

    private long counted(Amending round) {
        return releases(round).stream()
                .mapToLong(each -> each.added().size() - each.withdrawn().size())
                .sum();
    }

    @Test
    void an_answer_to_the_old_questions_is_judged_by_the_new_ones() {
        var round = Amending.open("moved-judged");
        var renamed = round.publish("code: e9\n", "code: e10\n");
        world.get(round.path() + "/surveys/eit");
        assertThat(round.submit(round.other(), 1, Map.of()).status()).isEqualTo(422);
        assertThat(round.move(renamed).status()).isEqualTo(200);
        var refused = round.submit(round.lead(), 1);
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.faults()).containsExactly("/answers/e10 missing", "/answers/e9 unknown-question");
        assertThat(round.answers()).isZero();
    }

    @Test
    void answers_say_which_form_was_shown_and_one_that_an_erratum_replaced_is_as_good() {
        var round = Amending.open("moved-shown");
        assertThat(round.submit(round.lead(), 1, Given.answers("eit"), "moved-shown@1")
                        .status())
                .isEqualTo(201);
        var worded = round.publish(Amending.WORD, "How much do officers");
        assertThat(round.move(worded).status()).isEqualTo(200);
        // At once, though the round may be remembered for a second as it was.
        assertThat(round.submit(round.lead(), 2, Given.answers("eit"), worded).status())
                .isEqualTo(201);
        assertThat(round.submit(round.lead(), 3, Given.answers("eit"), "moved-shown@1")
                        .status())
                .isEqualTo(201);
        for (var other : List.of("moved-shown@3", "moved-shown", "moved-faulty@1")) {
            var refused = round.submit(round.lead(), 4, Given.answers("eit"), other);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.problem()).isEqualTo("invalid-response");
            assertThat(refused.faults()).containsExactly("/framework other-framework");
            assertThat(refused.json().at("/errors/0/expected").asString()).isEqualTo(worded);
        }
        assertThat(round.answers()).isEqualTo(3);
    }

    @Test
    void a_move_that_nobody_can_understand_names_every_fault() {
        var round = Amending.open("moved-faulty");
        assertThat(round.put("/framework", "{}").faults())
                .containsExactly("/reason invalid-reason", "/framework unknown-framework");
        assertThat(round.put("/framework", "{\"framework\":\"moved-faulty@7\",\"reason\":\"x\"}")
                        .faults())
                .containsExactly("/framework unknown-framework");
        assertThat(round.put("/framework", "{\"framework\":\"moved-faulty\",\"reason\":\"x\"}")
                        .faults())
                .containsExactly("/framework bad-ref");
        Amending.open("moved-elsewhere").publish(Amending.WORD, "How");
        assertThat(round.move("moved-elsewhere@2").faults()).containsExactly("/framework other-framework");
        assertThat(round.put("/framework", "{\"version\":2}").status()).isEqualTo(400);
        assertThat(round.framework()).isEqualTo("moved-faulty@1");
    }

    @Test
    void only_an_admin_who_saw_the_round_last_moves_it() {
        var round = Amending.open("moved-roles");
        var two = round.publish(Amending.WORD, "How");
        String body = "{\"framework\":\"%s\",\"reason\":\"a word\"}".formatted(two);
        round.isAskedForByWhoSawIt("/framework", body);
        assertThat(round.framework()).isEqualTo("moved-roles@1");
    }
}
