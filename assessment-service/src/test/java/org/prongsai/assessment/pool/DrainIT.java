package org.prongsai.assessment.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.contracts.assessment.RoundState.StepOverride;
import org.prongsai.contracts.assessment.RoundState.StepWindow;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** How pools are found whose window is over, and what happens to those whose window is not. */
class DrainIT {

    private static final Instant PAST = Instant.now().minusSeconds(3600);
    private static final Instant FUTURE = Instant.now().plusSeconds(86_400);
    private static final int MANY = 3000;

    private final AssessmentWorld world = AssessmentWorld.get();
    private final DrainJob job = world.context().getBean(DrainJob.class);

    @Test
    void while_nothing_is_to_be_closed_a_pass_takes_no_lock_on_a_round() {
        var office = Office.open("imm-nothing-over");
        office.submit(1, 0);
        office.redate(List.of(window("iit", PAST), window("eit", FUTURE)), List.of())
                .block();
        var statements = whileLocked(office, () -> Overheard.during(job::drain));
        assertThat(statements).isNotEmpty().noneMatch(statement -> statement.contains("for share"));
        assertThat(office.drained()).isFalse();
    }

    @Test
    void an_extension_that_came_first_keeps_the_pool_open() {
        var office = Office.open("imm-extended");
        assertThat(office.submit(1, 0).status()).isEqualTo(201);
        var end = Instant.now().plusSeconds(4);
        office.redate(List.of(window("iit", end), window("eit", end)), List.of())
                .block();
        var later = List.of(window("iit", FUTURE), window("eit", FUTURE));
        var pass = world.database("assessment")
                .inTransaction(lock(office)
                        .then(world.waitedFor("assessment"))
                        .flatMap(waitedFor -> blocking(() -> {
                            AssessmentWorld.eventually(
                                    "the window ends", () -> Instant.now().isAfter(end));
                            var started = CompletableFuture.runAsync(job::drain);
                            AssessmentWorld.eventually("a pass waits", waitedFor);
                            return started;
                        }))
                        .flatMap(started -> office.redate(later, List.of()).thenReturn(started)))
                .block();
        pass.join();
        job.drain();
        assertThat(office.drained()).isFalse();
        assertThat(office.submit(2, 0).status()).isEqualTo(201);
    }

    @Test
    void thousands_of_open_pools_cost_no_more_statements_than_one() {
        var office = Office.open("imm-many");
        office.submit(1, 0);
        pools(office, MANY);
        var overrides = new ArrayList<>(IntStream.range(0, 2000)
                .mapToObj(n -> new StepOverride("imm-many-" + n, "eit", PAST, FUTURE, "flood"))
                .toList());
        overrides.add(new StepOverride("imm-many", "eit", PAST.minusSeconds(60), PAST, "moved"));
        office.redate(List.of(window("iit", PAST), window("eit", FUTURE)), overrides)
                .block();
        var statements = Overheard.during(job::drain);
        assertThat(statements).filteredOn(each -> each.contains("from agency")).hasSizeLessThan(20);
        assertThat(office.drained()).isTrue();
        var closed = "select count(*) from pool where drained and round = '" + office.round() + "'";
        assertThat(world.one("responses", Long.class, closed)).isEqualTo(1);
        execute("responses", "update pool set drained = true where round = '" + office.round() + "'");
    }

    @Test
    void a_pool_is_closed_however_many_rounds_come_before_its_own() {
        var office = new Office("round-zz-last", "imm-last");
        execute("assessment", """
                insert into round (round, state)
                select name, state || jsonb_build_object('round', name)
                from round, (select 'round-zz-' || n from generate_series(1001, 2000) n union select 'round-zz-last') more(name)
                where round = '%s'
                """.formatted(Office.open("imm-last").round()));
        assertThat(office.submit(1, 0).status()).isEqualTo(201);
        office.redate(List.of(window("iit", PAST), window("eit", PAST)), List.of())
                .block();
        job.drain();
        assertThat(office.drained()).isTrue();
    }

    private static StepWindow window(String step, Instant to) {
        return new StepWindow(step, PAST.minusSeconds(60), to);
    }

    /** Pools of units that the register does not know: they are asked for like any other, and stay open. */
    private void pools(Office office, int many) {
        execute("responses", """
                insert into pool (round, agency, instrument, part, framework, k, release)
                select '%s', 'imm-many-' || n, 'eit', '1', 'ita-immigration-2567@1', 5, 'live'
                from generate_series(1, %d) n
                """.formatted(office.round(), many));
    }

    private <T> T whileLocked(Office office, Callable<T> work) {
        return world.database("assessment")
                .inTransaction(lock(office).then(blocking(work)))
                .block(Duration.ofSeconds(20));
    }

    private Mono<Void> lock(Office office) {
        return world.database("assessment")
                .sql()
                .sql("select from round where round = '" + office.round() + "' for update")
                .then();
    }

    private static <T> Mono<T> blocking(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
    }

    private void execute(String database, String statement) {
        world.database(database).sql().sql(statement).then().block();
    }
}
