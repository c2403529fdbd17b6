package org.prongsai.assessment.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.Answer;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.Given;
import org.prongsai.assessment.group.Sizes;
import org.prongsai.assessment.pool.Office;
import org.prongsai.assessment.pool.Place;
import org.prongsai.local.TestWorld;
import org.prongsai.web.ProblemType;
import org.prongsai.web.Refusal;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Responses that arrive together: what shares a commit, who is sent away, and what one that fails does to others. */
class GroupWriterIT {

    private static final Outcome FIRST = new Outcome(Outcome.Fate.FIRST, false);

    private final AssessmentWorld world = AssessmentWorld.get();
    private final ResponseStore store = world.context().getBean(ResponseStore.class);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void those_that_wait_share_one_commit_and_who_comes_after_the_last_place_is_told_to_come_again() throws Exception {
        var office = Office.open("imm-group");
        office.submit(1, 0);
        var group = IntakeConfig.group(store, new Sizes(1, 250, 10), meters);
        var sent = new ArrayList<CompletableFuture<Outcome>>();
        whilePoolIsLocked(office, waitedFor -> {
            sent.add(group.write(submitted(office, 100)).toFuture());
            AssessmentWorld.eventually("the first is under way", () -> waiting() == 0 && waitedFor.get());
            IntStream.range(101, 114)
                    .forEach(visitor ->
                            sent.add(group.write(submitted(office, visitor)).toFuture()));
            assertThat(waiting()).isEqualTo(10);
            sent.subList(11, 14).forEach(GroupWriterIT::isBusy);
        });
        for (var stored : sent.subList(0, 11)) {
            assertThat(stored.get()).isEqualTo(FIRST);
        }
        assertThat(transactions(office, 101, 111)).isEqualTo(1);
        assertThat(meters.get("prongsai.intake.commit.size").summary().max()).isEqualTo(10);
        assertThat(meters.get("prongsai.intake.commit")
                        .tag("outcome", "done")
                        .timer()
                        .count())
                .isEqualTo(2);
        assertThat(meters.get("prongsai.intake.sent.away").counter().count()).isEqualTo(3);
        // A release may have taken some of them along by now.
        assertThat(office.rows("true")).isEqualTo(12);
        group.destroy();
        assertThatThrownBy(() -> group.write(submitted(office, 1)).block()).isInstanceOf(Refusal.class);
    }

    @Test
    void whoever_finds_no_place_is_told_503_and_when_to_come_again_and_is_stored_then() {
        var office = Office.open("imm-full");
        office.submit(0, 0);
        int tooMany = 20;
        var sent = new ArrayList<CompletableFuture<Answer>>();
        whilePoolIsLocked(office, waitedFor -> {
            sent.add(submit(office, 1));
            AssessmentWorld.eventually("the first is under way", waitedFor);
            IntStream.rangeClosed(2, 1 + AssessmentWorld.WAITING + tooMany)
                    .forEach(visitor -> sent.add(submit(office, visitor)));
            AssessmentWorld.eventually(
                    "those without a place are told", () -> told(sent).count() == tooMany);
            assertThat(told(sent)).allSatisfy(answer -> {
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.problem()).isEqualTo("busy");
                assertThat(answer.header("Retry-After")).isEqualTo("1");
            });
        });
        assertThat(sent.stream().map(CompletableFuture::join).filter(answer -> answer.status() == 201))
                .hasSize(1 + AssessmentWorld.WAITING);
        assertThat(tokens(office)).isEqualTo(2 + AssessmentWorld.WAITING);
        assertThat(IntStream.rangeClosed(1, sent.size())
                        .map(visitor -> office.submit(visitor, 0).status()))
                .containsOnly(200, 201);
        assertThat(tokens(office)).isEqualTo(2 + AssessmentWorld.WAITING + tooMany);
    }

    private long tokens(Office office) {
        return world.one(
                "responses",
                Long.class,
                "select count(distinct token_hash) from response join pool using (pool) where agency = '"
                        + office.agency() + "'");
    }

    private static CompletableFuture<Answer> submit(Office office, int visitor) {
        return CompletableFuture.supplyAsync(() -> office.submit(visitor, 0), Thread::startVirtualThread);
    }

    private static Stream<Answer> told(List<CompletableFuture<Answer>> sent) {
        return sent.stream().filter(CompletableFuture::isDone).map(CompletableFuture::join);
    }

    @Test
    void in_a_commit_they_do_not_lie_in_the_order_in_which_they_came() throws Exception {
        var office = Office.open("imm-shuffled");
        office.submit(0, 0);
        var batch = IntStream.range(1, 40).mapToObj(v -> submitted(office, v)).toList();
        assertThat(store.admit(batch).block()).containsOnly(Optional.of(FIRST));
        var came = batch.stream().map(s -> s.admission().tokenHash().hex()).toList();
        var lie = texts("select encode(token_hash, 'hex') from response join pool using (pool)"
                        + " where agency = 'imm-shuffled' order by response.ctid")
                .stream()
                .filter(came::contains)
                .toList();
        assertThat(lie).hasSameElementsAs(came).isNotEqualTo(came);
    }

    @Test
    void one_that_cannot_be_written_keeps_no_other_out() throws Exception {
        var office = Office.open("imm-poison");
        office.submit(1, 0);
        var group = IntakeConfig.group(store, new Sizes(1, 250, 100), meters);
        var good = new ArrayList<CompletableFuture<Outcome>>();
        var bad = new ArrayList<CompletableFuture<Outcome>>();
        whilePoolIsLocked(office, waitedFor -> {
            good.add(group.write(submitted(office, 2)).toFuture());
            AssessmentWorld.eventually("the first is under way", waitedFor);
            good.add(group.write(submitted(office, 3)).toFuture());
            bad.add(group.write(unwritable(office)).toFuture());
            good.add(group.write(submitted(office, 4)).toFuture());
        });
        for (var stored : good) {
            assertThat(stored.get()).isEqualTo(FIRST);
        }
        assertThatThrownBy(bad.getFirst()::get).isInstanceOf(ExecutionException.class);
        group.destroy();
    }

    @Test
    void a_token_used_by_a_hundred_clients_at_once_with_different_answers_counts_once() throws Exception {
        var office = Office.open("imm-hundred");
        var sent = new ArrayList<CompletableFuture<Answer>>();
        for (int client = 0; client < 100; client++) {
            String body = office.body(7, client % 6);
            sent.add(CompletableFuture.supplyAsync(() -> office.submit(body), Thread::startVirtualThread));
        }
        for (var answer : sent) {
            assertThat(answer.get().status()).isIn(200, 201);
        }
        assertThat(sent.stream()
                        .map(a -> a.join().json().path("receipt").asString())
                        .distinct())
                .hasSize(1);
        assertThat(office.rows("true")).isEqualTo(1);
    }

    @Test
    void answers_that_two_instances_store_with_one_token_at_once_are_one_and_no_log_knows_its_key() throws Exception {
        var office = Office.open("imm-instances");
        office.submit(1, 0);
        var fates = Flux.range(0, 48)
                .flatMap(client -> store.admit(List.of(submitted(office, 9, Given.answers("eit", client % 4)))), 24)
                .flatMapIterable(outcomes -> outcomes)
                .flatMap(Mono::justOrEmpty)
                .map(Outcome::fate)
                .collectList()
                .block();
        assertThat(fates).containsOnlyOnce(Outcome.Fate.FIRST);
        assertThat(office.rows("waiting")).isEqualTo(2);
        var log = Files.readString(TestWorld.get().secretsOf("").getParent().resolve("logs/postgres.log"));
        assertThat(log)
                .doesNotContain(submitted(office, 9).admission().tokenHash().hex());
    }

    private static void isBusy(CompletableFuture<Outcome> sent) {
        assertThatThrownBy(sent::get).cause().isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.problem().type()).isEqualTo(ProblemType.BUSY);
            assertThat(refusal.problem().headers()).containsEntry("Retry-After", "1");
        });
    }

    private Submitted submitted(Office office, int visitor) {
        return submitted(office, visitor, Given.answers("eit", visitor % 3));
    }

    private Submitted unwritable(Office office) {
        return submitted(office, 999, Map.of("e1", "\0"));
    }

    private static Submitted submitted(Office office, int visitor, Map<String, String> answers) {
        var place = new Place(office.round(), office.agency(), "eit", "1");
        var token = Token.open(office.token(visitor)).orElseThrow();
        return new Submitted(new Admission(place, token.hashAt(place), answers, false), "ita-immigration-2567@1");
    }

    private double waiting() {
        return meters.get("prongsai.intake.waiting").gauge().value();
    }

    private long transactions(Office office, int from, int to) {
        var hashes = IntStream.range(from, to)
                .mapToObj(
                        v -> "'" + submitted(office, v).admission().tokenHash().hex() + "'")
                .toList();
        return world.one(
                "responses",
                Long.class,
                "select count(distinct xmin::text) from response where encode(token_hash, 'hex') in ("
                        + String.join(",", hashes) + ")");
    }

    /** Meanwhile every commit into this office's pool has to wait. */
    private void whilePoolIsLocked(Office office, Consumer<Supplier<Boolean>> meanwhile) {
        var database = world.database("responses");
        database.inTransaction(database.sql()
                        .sql("select from pool where agency = :agency for update")
                        .bind("agency", office.agency())
                        .then()
                        .then(world.waitedFor("responses"))
                        .flatMap(waitedFor -> Mono.fromRunnable(() -> meanwhile.accept(waitedFor))
                                .subscribeOn(Schedulers.boundedElastic())))
                .block();
    }

    private List<String> texts(String sql) {
        return world.database("responses")
                .sql()
                .sql(sql)
                .map(row -> String.valueOf(row.get(0, String.class)))
                .all()
                .collectList()
                .block();
    }
}
