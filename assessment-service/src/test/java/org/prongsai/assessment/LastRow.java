package org.prongsai.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The last of the rows that work takes: while somebody else has it, all others must be taken already, or the work takes
 * them in an order of its own and waits for others that wait for it.
 *
 * @param rows table and condition
 * @param order the columns by which everybody takes them
 */
public record LastRow(AssessmentWorld world, String database, String rows, String order) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** @param before is done first in the transaction that has the row */
    public void isTakenLast(Mono<Void> before, Supplier<CompletableFuture<?>> work) {
        var client = world.database(database);
        var last = client.sql().sql("select from " + rows + " order by " + order + " limit 1 for update");
        var started = client.inTransaction(
                        before.then(last.then()).then(world.waitedFor(database)).flatMap(waitedFor -> Mono.fromSupplier(
                                        () -> allButTheLast(work, waitedFor))
                                .subscribeOn(Schedulers.boundedElastic())))
                .block();
        assertThat(started).succeedsWithin(PATIENCE);
    }

    private CompletableFuture<?> allButTheLast(Supplier<CompletableFuture<?>> work, Supplier<Boolean> waitedFor) {
        var started = work.get();
        AssessmentWorld.eventually("it waits for the last", waitedFor);
        assertThat(free()).isZero();
        return started;
    }

    private long free() {
        return world.one(
                database, Long.class, "select count(*) from (select from " + rows + " for update skip locked) free");
    }
}
