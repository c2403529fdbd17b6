package org.prongsai.assessment.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.response.ImportFileTest;
import org.prongsai.contracts.Topic;
import org.prongsai.contracts.assessment.ResponsesReleased.Answered;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Releases that meet each other, and what they leave behind. */
class ReleaseIT {

    private static final int WAITING = 7;

    private final AssessmentWorld world = AssessmentWorld.get();
    private final ReleaseWriter release = world.context().getBean(ReleaseWriter.class);
    private final ReleaseStore store = world.context().getBean(ReleaseStore.class);

    @Test
    void an_import_beside_a_release_tells_no_answer_twice() {
        var office = Office.open(
                "imm-import-beside",
                Instant.now().minusSeconds(3600),
                Instant.now().plusSeconds(86_400),
                true);
        office.visit(0, WAITING);
        var file = ImportFileTest.line(office.agency(), "eit", 4711);
        var beside = during(
                store.lead().then(store.leaving(office.pools(), false)).flatMap(store::release),
                () -> world.write(
                        world.admin(),
                        "POST",
                        "/api/v1/rounds/" + office.round() + "/responses/imports",
                        "application/x-ndjson",
                        file));
        assertThat(beside.join().json().path("released").asInt()).isEqualTo(1);
        assertThat(office.rows("waiting")).isZero();
    }

    @Test
    void a_pool_that_closes_while_it_is_written_anew_loses_nothing() {
        var office = Office.open("imm-night-drain");
        office.visit(0, WAITING);
        Supplier<Integer> drain =
                () -> Objects.requireNonNull(release.drain(office.pools()).block());
        during(release.reshuffle(), drain).join();
        drain.get();
        assertThat(office.rows("waiting")).isZero();
        assertThat(office.released(WAITING)).hasSize(1);
    }

    @Test
    void an_answer_changed_while_it_leaves_leaves_as_it_is_then() {
        var office = Office.open("imm-leaving-changed");
        office.visit(0, WAITING);
        during(change(office), () -> everything(office)).join();
        var first = office.released(WAITING).getFirst();
        assertThat(first.withdrawn()).isEmpty();
        assertThat(first.added()).extracting(Answered::id).containsExactlyInAnyOrderElementsOf(counted(office));
        assertThat(first.added()).allMatch(answered -> answered.answers().containsKey("changed"));
        for (int visitor = 0; visitor < WAITING; visitor++) office.submit(visitor, (visitor + 1) % 3);
        during(change(office), () -> everything(office)).join();
        world.told(Topic.RESPONSES, office.agency(), records -> records.size() == 2);
        var second = office.released(WAITING).getLast();
        assertThat(second.withdrawn()).containsExactlyInAnyOrderElementsOf(first.added());
        assertThat(second.added()).extracting(Answered::id).containsExactlyInAnyOrderElementsOf(counted(office));
        assertThat(second.added()).allMatch(answered -> answered.answers().containsKey("changed"));
    }

    @Test
    void where_a_counted_answer_lies_does_not_say_when_it_came() {
        var office = Office.open("imm-where");
        office.visit(0, 9);
        var came = order();
        everything(office);
        assertThat(office.rows("not waiting")).isEqualTo(9);
        assertThat(order()).hasSameElementsAs(came).isNotEqualTo(came);
    }

    @Test
    void what_cannot_be_sent_is_not_written_into_a_log() {
        var log = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        log.addAppender(lines);
        assertThatThrownBy(
                        () -> kafka().send(Topic.RESPONSES.channel(), "imm-logged", "answers" + "x".repeat(20_000_000))
                                .join())
                .hasMessageContaining("failed");
        log.detachAppender(lines);
        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(line -> line.contains("answers") || line.contains("imm-logged"));
    }

    private int everything(Office office) {
        return Objects.requireNonNull(world.database("responses")
                .inTransaction(release.alone().then(release.everything(office.pools())))
                .block());
    }

    /** All that wait, as the intake would. */
    private Mono<Void> change(Office office) {
        return world.database("responses")
                .sql()
                .sql("update response set id = gen_random_uuid(), answers = answers || '{\"changed\":\"1\"}'"
                        + " where waiting and pool = :pool")
                .bind("pool", office.pools().getFirst().pool())
                .then();
    }

    private List<UUID> counted(Office office) {
        return Objects.requireNonNull(world.database("responses")
                .sql()
                .sql("select id from response where not waiting and pool = :pool")
                .bind("pool", office.pools().getFirst().pool())
                .map(row -> Objects.requireNonNull(row.get(0, UUID.class)))
                .all()
                .collectList()
                .block());
    }

    @SuppressWarnings("unchecked")
    private KafkaTemplate<String, String> kafka() {
        return world.context().getBean(KafkaTemplate.class);
    }

    /** Starts {@code beside} while {@code first} has done its work and not yet committed. */
    private <T> CompletableFuture<T> during(Mono<?> first, Supplier<T> beside) {
        return Objects.requireNonNull(world.database("responses")
                .inTransaction(first.then(world.waitedFor("responses")).flatMap(waitedFor -> Mono.fromCallable(() -> {
                            var started = CompletableFuture.supplyAsync(beside);
                            AssessmentWorld.eventually(
                                    "it waits or is done", () -> started.isDone() || waitedFor.get());
                            return started;
                        })
                        .subscribeOn(Schedulers.boundedElastic())))
                .block());
    }

    private List<String> order() {
        return Objects.requireNonNull(world.database("responses")
                .sql()
                .sql("select encode(token_hash, 'hex') from response join pool using (pool)"
                        + " where agency = 'imm-where' order by response.ctid")
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .all()
                .collectList()
                .block());
    }
}
