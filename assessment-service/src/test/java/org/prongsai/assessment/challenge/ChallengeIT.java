package org.prongsai.assessment.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.Answer;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.Secret;
import org.prongsai.assessment.Unit;
import org.prongsai.assessment.pool.Office;
import tools.jackson.databind.JsonNode;

/** The puzzle: when it is asked for, what it is worth, and every way in which it is worth nothing. */
class ChallengeIT {

    private final AssessmentWorld world = AssessmentWorld.get();

    @Test
    void in_calm_nobody_is_asked_for_anything() {
        var calm = new Flooded(Office.open("imm-calm"));
        assertThat(calm.challenge().body()).isEqualTo("{\"required\":false}");
        assertThat(calm.submit(1, 0).body()).doesNotContain("part");
        assertThat(calm.lying()).isEqualTo(Map.of("1", 1L));
    }

    @Test
    void under_attack_a_solved_puzzle_lets_an_answer_in() {
        var flooded = Flooded.of("imm-puzzle");
        var challenge = flooded.challenge();
        assertThat(challenge.header("Cache-Control")).isEqualTo("no-store");
        assertThat(challenge.header("X-Request-Id")).isEmpty();
        assertThat(challenge.json().path("required").asBoolean()).isTrue();
        assertThat(challenge.json().path("counter").asBoolean()).isTrue();
        assertThat(challenge.json().path("challenge").propertyNames())
                .containsExactlyInAnyOrder("algorithm", "challenge", "maxnumber", "salt", "signature");
        var answer = flooded.prove(1, 0, Solver.solve(challenge.json().path("challenge")));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.json().propertyNames()).containsExactly("receipt");
        assertThat(flooded.lying()).isEqualTo(Map.of("1", 1L));
    }

    @Test
    void the_more_come_the_harder_it_gets_and_no_harder_than_a_cheap_phone_can() {
        var flooded = Flooded.of("imm-harder");
        var settings = world.context().getBean(ChallengeSettings.class);
        var seen = new ArrayList<Integer>();
        for (int doubling = 0; doubling < 5; doubling++) {
            seen.add(flooded.challenge().json().at("/challenge/maxnumber").asInt());
            flooded.rush(AssessmentWorld.CALM << doubling);
        }
        assertThat(seen).isSorted().doesNotContain(0).endsWith(settings.numbers(4), settings.numbers(4));
        assertThat(seen.getFirst()).isEqualTo(settings.numbers(1));
        double worst = settings.numbers(4) / (double) settings.hashes();
        assertThat(worst).isLessThanOrEqualTo(2);
    }

    @Test
    void a_large_unit_may_have_more_before_it_is_an_attack() {
        var office = Office.open("imm-airport");
        var airport = new Flooded(office);
        world.write(
                world.admin(),
                "PUT",
                airport.path("population"),
                "application/json",
                "{\"internal\":900,\"external\":900000}");
        airport.rush(1_499);
        assertThat(airport.challenge().body()).isEqualTo("{\"required\":false}");
        airport.rush(1);
        assertThat(airport.challenge().json().path("required").asBoolean()).isTrue();
    }

    @Test
    void where_only_the_invited_answer_there_is_no_puzzle() {
        var flooded = Flooded.of("imm-invited");
        assertThat(world.get(flooded.path("challenges/iit")).body()).isEqualTo("{\"required\":false}");
        assertThat(world.get(flooded.path("challenges/xit")).faults())
                .containsExactly("/instrument unknown-instrument");
        assertThat(world.get(flooded.path("challenges/eit").replace("imm-invited", "imm-nowhere"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void an_expired_proof_is_named() {
        var flooded = Flooded.of("imm-expired");
        refuse(flooded.prove(1, 0, flooded.proofUntil(Instant.now().minusSeconds(1))), "/proof expired");
        assertThat(flooded.lying()).isEmpty();
    }

    @Test
    void a_replayed_proof_is_named_and_the_same_answer_with_it_is_a_repeat() {
        var flooded = Flooded.of("imm-replayed");
        var proof = flooded.proof();
        var first = flooded.prove(1, 0, proof);
        assertThat(first.status()).isEqualTo(201);
        refuse(flooded.prove(2, 0, proof), "/proof already-used");
        var again = flooded.prove(1, 0, proof);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(flooded.prove(1, 1, proof).status()).isEqualTo(201);
        assertThat(flooded.lying()).isEqualTo(Map.of("1", 1L));
    }

    @Test
    void a_proof_for_another_agency_is_named() {
        var flooded = Flooded.of("imm-here");
        var other = Flooded.of("imm-there");
        refuse(flooded.prove(1, 0, other.proof()), "/proof other-place");
        assertThat(flooded.lying()).isEmpty();
        assertThat(other.prove(1, 0, other.proof()).status()).isEqualTo(201);
    }

    @Test
    void what_is_no_proof_is_named_with_all_other_faults_at_once() {
        var flooded = Flooded.of("imm-malformed");
        refuse(flooded.prove(1, 0, "*"), "/proof malformed");
        var foreign = new Puzzles(new Secret(new byte[32]))
                .make(new Venue(flooded.unit(), "eit"), 9, Instant.now().plusSeconds(60), new Random());
        refuse(flooded.prove(1, 0, Solver.solve(foreign)), "/proof wrong");
        var used = flooded.proof();
        flooded.prove(1, 0, used);
        var all = flooded.office()
                .submit(flooded.body(2, 0, Map.of("proof", used, "counterCode", "0000-0001", "capacity", "broker"))
                        .replace("\"e1\":\"1\"", "\"e1\":\"99\""));
        assertThat(all.status()).isEqualTo(422);
        assertThat(all.faults())
                .containsExactlyInAnyOrder(
                        "/answers/e1 unknown-option",
                        "/capacity unknown-capacity",
                        "/counterCode mistyped",
                        "/proof already-used");
    }

    @Test
    void an_answer_that_is_stored_comes_again_even_when_its_proof_is_over() {
        var flooded = Flooded.of("imm-again");
        var verified = flooded.prove(1, 0, flooded.proof());
        var unverified = flooded.submit(2, 0);
        var over = flooded.proofUntil(Instant.now().minusSeconds(1));
        for (var stored : Map.of(1, verified, 2, unverified).entrySet()) {
            var again = flooded.prove(stored.getKey(), 0, over);
            assertThat(again.status()).isEqualTo(200);
            assertThat(again.body()).isEqualTo(stored.getValue().body());
            refuse(flooded.prove(stored.getKey(), 1, over), "/proof expired");
        }
    }

    @Test
    void of_a_hundred_clients_with_one_proof_at_once_one_gets_in() {
        var flooded = Flooded.of("imm-hundred-proofs");
        var proof = flooded.proof();
        var sent = new ArrayList<CompletableFuture<Answer>>();
        for (int client = 0; client < 100; client++) {
            int visitor = client;
            sent.add(CompletableFuture.supplyAsync(() -> flooded.prove(visitor, 0, proof), Thread::startVirtualThread));
        }
        var answers = sent.stream().map(CompletableFuture::join).toList();
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .hasSize(99)
                .allSatisfy(answer -> refuse(answer, "/proof already-used"));
        assertThat(flooded.lying()).isEqualTo(Map.of("1", 1L));
    }

    /** As after a crash between the two: nothing was stored, and the client sends the same once more. */
    @Test
    void a_spent_puzzle_whose_answer_was_lost_lets_the_same_token_in() {
        var flooded = Flooded.of("imm-crashed");
        var proof = flooded.proof();
        var refused = flooded.office()
                .submit(flooded.body(1, 0, Map.of("proof", proof)).replace("\"e1\":\"1\"", "\"e1\":\"99\""));
        assertThat(refused.faults()).containsExactly("/answers/e1 unknown-option");
        assertThat(flooded.prove(1, 0, proof).json().propertyNames()).containsExactly("receipt");
        refuse(flooded.prove(2, 0, proof), "/proof already-used");
    }

    @Test
    void what_is_kept_of_a_spent_puzzle_leads_to_no_answer_and_is_forgotten_in_time() {
        var flooded = Flooded.of("imm-forgotten");
        var proof = flooded.proof();
        flooded.prove(1, 0, proof);
        assertThat(columns()).containsExactlyInAnyOrder("challenge", "bearer", "until");
        var row = row(proof);
        assertThat(world.one(
                        "responses",
                        Long.class,
                        "select count(*) from response where '" + row + "' like encode(token_hash, 'hex') || '%'"))
                .isZero();
        var spent = world.context().getBean(SpentStore.class);
        spent.purge(Instant.now()).block();
        refuse(flooded.prove(2, 0, proof), "/proof already-used");
        assertThat(spent.purge(Instant.now().plusSeconds(2 * 3600)).block()).isPositive();
        assertThat(world.one("assessment", Long.class, "select count(*) from spent_puzzle"))
                .isZero();
    }

    private String row(String proof) {
        var puzzles = world.context().getBean(Puzzles.class);
        var read = puzzles.judge(proof, new Venue(new Unit("", ""), ""), Instant.now());
        return world.one(
                "assessment",
                String.class,
                "select encode(bearer, 'hex') from spent_puzzle where challenge = decode('" + read.challenge()
                        + "', 'hex')");
    }

    private List<String> columns() {
        return world.database("assessment")
                .sql()
                .sql("select column_name from information_schema.columns where table_name = 'spent_puzzle'")
                .map(row -> String.valueOf(row.get(0, String.class)))
                .all()
                .collectList()
                .block();
    }

    private static void refuse(Answer answer, String... faults) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("invalid-response");
        assertThat(answer.faults()).containsExactlyInAnyOrder(faults);
        assertThat(answer.json().path("errors").valueStream().map(JsonNode::propertyNames))
                .allSatisfy(names -> assertThat(names).doesNotContain("actual"));
    }
}
