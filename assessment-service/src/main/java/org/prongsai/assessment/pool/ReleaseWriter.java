package org.prongsai.assessment.pool;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.prongsai.assessment.pool.ReleaseStore.Leaving;
import org.prongsai.contracts.assessment.ResponsesReleased;
import org.prongsai.messaging.OutboxWriter;
import org.prongsai.messaging.PostgresClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One release is one transaction: answers turn from waiting to counted, and the events that tell it are written. */
@Component
public class ReleaseWriter {

    private static final Logger LOG = LoggerFactory.getLogger(ReleaseWriter.class);

    private final PostgresClient database;
    private final OutboxWriter outbox;
    private final ReleaseStore store;
    private final PoolSettings settings;
    private final Clock clock;

    ReleaseWriter(
            @Qualifier("responses") PostgresClient database,
            @Qualifier("responsesOutbox") OutboxWriter outbox,
            ReleaseStore store,
            PoolSettings settings,
            Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /** Live pools in which enough answers wait; how many left. */
    Mono<Integer> live() {
        return asLeader(store.due(settings.atMost()).collectList().flatMap(pools -> letGo(pools, true)));
    }

    /** Closes these pools for ever and lets everything in them go, in one transaction: no more than a portion of them. */
    public Mono<Integer> drain(List<Pool> pools) {
        return pools.isEmpty()
                ? Mono.just(0)
                : asLeader(store.drain(pools).then(Mono.defer(() -> letGo(pools, false))));
    }

    /** The same pools in the same order, so many at a time as one transaction bears. */
    Flux<List<Pool>> portions(List<Pool> pools) {
        return pools.isEmpty()
                ? Flux.empty()
                : store.waiting(pools).flatMapIterable(waiting -> portions(pools, waiting, settings.atMost()));
    }

    /** Everything waiting in these pools, without closing them; in the transaction of a caller who is {@link #alone}. */
    public Mono<Integer> everything(List<Pool> pools) {
        return letGo(pools, false);
    }

    /** Waits for other releases to end, and keeps them waiting until the caller's transaction ends. */
    public Mono<Void> alone() {
        return store.alone();
    }

    /** Rewrites all waiting answers, a leaf in each transaction; whether none of them failed. */
    public Mono<Boolean> reshuffle() {
        return Flux.range(0, ReleaseStore.LEAVES).concatMap(this::rewrite).reduce(true, Boolean::logicalAnd);
    }

    private Mono<Boolean> rewrite(int leaf) {
        return database.inTransaction(store.alone().then(store.rewrite(leaf)))
                .thenReturn(true)
                .onErrorResume(RuntimeException.class, e -> {
                    LOG.warn("Some waiting answers lie until the next night as they came: {}", e.toString());
                    return Mono.just(false);
                });
    }

    private Mono<Integer> asLeader(Mono<Integer> work) {
        return database.inTransaction(store.lead().flatMap(lead -> lead ? work : Mono.just(0)));
    }

    private Mono<Integer> letGo(List<Pool> pools, boolean keepK) {
        if (pools.isEmpty()) {
            return Mono.just(0);
        }
        return store.leaving(pools, keepK).flatMap(found -> {
            var leaving = keepK ? withoutSmall(pools, found) : found;
            return store.release(leaving).then(tell(pools, leaving)).thenReturn(leaving.size());
        });
    }

    /** An answer that was taken away between choice and lock is missing here; a pool left with fewer than k waits on. */
    private static List<Leaving> withoutSmall(List<Pool> pools, List<Leaving> leaving) {
        Map<Integer, Long> counts =
                leaving.stream().collect(Collectors.groupingBy(Leaving::pool, Collectors.counting()));
        Map<Integer, Integer> ks = pools.stream().collect(Collectors.toMap(Pool::pool, Pool::k));
        return leaving.stream()
                .filter(l -> counts.getOrDefault(l.pool(), 0L) >= ks.getOrDefault(l.pool(), Integer.MAX_VALUE))
                .toList();
    }

    private Mono<Void> tell(List<Pool> pools, List<Leaving> leaving) {
        Map<Integer, List<Pool.Change>> changes = leaving.stream()
                .collect(
                        Collectors.groupingBy(Leaving::pool, Collectors.mapping(Leaving::change, Collectors.toList())));
        var events = new ArrayList<ResponsesReleased>();
        pools.stream()
                .filter(pool -> changes.containsKey(pool.pool()))
                .forEach(pool -> events.addAll(pool.released(changes.getOrDefault(pool.pool(), List.of()))));
        // Only the day: the hour of a release could be joined to somebody seen answering.
        Instant day = clock.instant().truncatedTo(ChronoUnit.DAYS);
        return outbox.tell(events, day);
    }

    /** Pools in their order, in portions of about {@code atMost} waiting answers. */
    static List<List<Pool>> portions(List<Pool> pools, Map<Integer, Long> waiting, int atMost) {
        var portions = new ArrayList<List<Pool>>();
        var portion = new ArrayList<Pool>();
        long size = 0;
        for (Pool pool : pools) {
            portion.add(pool);
            size += waiting.getOrDefault(pool.pool(), 0L);
            if (size >= atMost || portion.size() >= 1000) {
                portions.add(List.copyOf(portion));
                portion.clear();
                size = 0;
            }
        }
        if (!portion.isEmpty()) {
            portions.add(List.copyOf(portion));
        }
        return portions;
    }
}
