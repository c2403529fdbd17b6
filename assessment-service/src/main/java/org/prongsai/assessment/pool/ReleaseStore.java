package org.prongsai.assessment.pool;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.prongsai.contracts.EventJson;
import org.prongsai.contracts.assessment.ResponsesReleased.Answered;
import org.prongsai.messaging.PostgresClient;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;

/** The pools and their answers as the releaser sees them. */
@Component
public class ReleaseStore {

    /** One releaser at a time; the number is arbitrary and shared by all. */
    private static final long RELEASE_LOCK = 5_601_002L;

    static final String DUE = """
            select * from (
                select p.*, sum(waiting) over (order by shuffle) - waiting as before
                from (select p.*, n.waiting, gen_random_uuid() as shuffle
                      from pool p, lateral (select count(*) as waiting from response r
                                            where r.waiting and r.pool = p.pool and r.pool > 0) n
                      where p.release = 'live' and not p.drained and n.waiting >= 2 * p.k) p) gathered
            where before < :atMost
            """;

    static final String WAITING =
            "select pool, count(*) from response where waiting and pool = any(:pools) and pool > 0 group by pool";

    // Found one by one: whatever a plan expects, no pool is read for each of its answers. Locked in the order in which
    // the intake replaces answers: each would else wait for the other.
    static final String LEAVING = """
            with chosen as (
                select pool, token_hash from (
                    select w.pool, w.token_hash, p.k,
                        row_number() over (partition by w.pool order by gen_random_uuid()) as n
                    from response w join pool p using (pool)
                    where w.waiting and w.pool = any(:pools) and w.pool > 0) shuffled
                where n > case when :keepK then k else 0 end
                order by pool, token_hash
            )
            select * from (
                select r.pool, encode(r.token_hash, 'hex') as token, r.id, r.answers::text as answers,
                    o.id as old_id, o.answers::text as old_answers
                from chosen c
                cross join lateral (
                    select * from response r
                    where r.waiting and r.pool = c.pool and r.token_hash = c.token_hash for update) r
                left join lateral (
                    select o.id, o.answers from response o
                    where not o.waiting and o.pool = c.pool and o.token_hash = c.token_hash limit 1) o on true
            ) locked
            order by gen_random_uuid()
            """;

    /** What the answers that leave replace. */
    static final String WITHDRAW = "delete from response r where not r.waiting and " + ResponseRows.AMONG;

    /** In random order: where a changed row lies would still say when it came. */
    static final String COUNT = """
            with left_pool as (
                delete from response r where r.waiting and %s
                returning r.id, r.pool, r.answers, r.token_hash
            )
            insert into response (id, pool, answers, token_hash, waiting)
            select id, pool, answers, token_hash, false from left_pool order by gen_random_uuid()
            """.formatted(ResponseRows.AMONG);

    private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};

    private final DatabaseClient sql;

    ReleaseStore(@Qualifier("responses") PostgresClient database) {
        this.sql = database.sql();
    }

    /**
     * A change that leaves, with the pool it leaves.
     *
     * @param token hash of the token in hex, by which its rows are found; it goes no further than this store
     */
    record Leaving(int pool, String token, Pool.Change change) {}

    /** In so many files the waiting answers lie, each written anew by itself. */
    static final int LEAVES = 16;

    /** Whether this transaction is the releaser. */
    Mono<Boolean> lead() {
        return sql.sql("select pg_try_advisory_xact_lock(" + RELEASE_LOCK + ")")
                .map(row -> Objects.requireNonNull(row.get(0, Boolean.class)))
                .one();
    }

    /** Waits until this transaction is the releaser: two at once would tell of the same answer twice, or of neither. */
    Mono<Void> alone() {
        return sql.sql("select pg_advisory_xact_lock(" + RELEASE_LOCK + ")").then();
    }

    /**
     * Live pools in random order in which at least 2k answers wait, until {@code atMost} answers are gathered. Asked each
     * second, so it looks at live pools alone, whatever waits in others.
     */
    Flux<Pool> due(int atMost) {
        return sql.sql(DUE).bind("atMost", atMost).map(ReleaseStore::pool).all();
    }

    /** The pools of these units of one round and instrument. */
    public Flux<Pool> of(String round, String instrument, List<Place> places) {
        return sql.sql("""
                        select p.* from pool p join unnest(:agencies, :parts) as w(agency, part) using (agency, part)
                        where p.round = :round and p.instrument = :instrument
                        """)
                .bind("round", round)
                .bind("instrument", instrument)
                .bind("agencies", places.stream().map(Place::agency).toArray(String[]::new))
                .bind("parts", places.stream().map(Place::part).toArray(String[]::new))
                .map(ReleaseStore::pool)
                .all();
    }

    /** How many answers wait in each of these pools; a pool without any is absent. */
    Mono<Map<Integer, Long>> waiting(List<Pool> pools) {
        return sql.sql(WAITING)
                .bind("pools", ids(pools))
                .map(row -> Map.entry(
                        Objects.requireNonNull(row.get(0, Integer.class)),
                        Objects.requireNonNull(row.get(1, Long.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Closes pools for ever; waits for answers on their way in, and later ones see it. */
    Mono<Void> drain(List<Pool> pools) {
        return sql.sql("""
                        with locked as (select pool from pool where pool = any(:pools) order by pool for update)
                        update pool set drained = true from locked where pool.pool = locked.pool
                        """).bind("pools", ids(pools)).then();
    }

    /** The waiting answers of these pools but a random {@code k} of each live one kept back, locked, in random order. */
    Mono<List<Leaving>> leaving(List<Pool> pools, boolean keepK) {
        return sql.sql(LEAVING)
                .bind("pools", ids(pools))
                .bind("keepK", keepK)
                .map(ReleaseStore::leaving)
                .all()
                .collectList();
    }

    /** Turns waiting answers into counted ones in the place of those they replace. */
    Mono<Void> release(List<Leaving> changes) {
        return leave(changes, WITHDRAW).then(leave(changes, COUNT));
    }

    private Mono<Void> leave(List<Leaving> changes, String statement) {
        return sql.sql(statement)
                .bind("pools", changes.stream().map(Leaving::pool).toArray(Integer[]::new))
                .bind("tokens", changes.stream().map(Leaving::token).toArray(String[]::new))
                .then();
    }

    /**
     * In a caller's transaction, writes one leaf of the waiting answers anew in random order: where one lies no longer says
     * when it came.
     */
    Mono<Void> rewrite(int leaf) {
        // A leaf that needs longer than a statement may would lie as it came night after night.
        return PostgresClient.patience(sql)
                .then(sql.sql("select rewrite_waiting(:leaf)")
                        .bind("leaf", leaf)
                        .then());
    }

    private static Integer[] ids(List<Pool> pools) {
        return pools.stream().map(Pool::pool).toArray(Integer[]::new);
    }

    static Pool pool(Readable row) {
        return new Pool(
                column(row, "pool", Integer.class),
                new Place(
                        column(row, "round", String.class),
                        column(row, "agency", String.class),
                        column(row, "instrument", String.class),
                        column(row, "part", String.class)),
                column(row, "framework", String.class),
                column(row, "k", Integer.class));
    }

    private static Leaving leaving(Readable row) {
        var added = answered(column(row, "id", UUID.class), column(row, "answers", String.class));
        UUID old = row.get("old_id", UUID.class);
        Optional<Answered> withdrawn =
                old == null ? Optional.empty() : Optional.of(answered(old, column(row, "old_answers", String.class)));
        return new Leaving(
                column(row, "pool", Integer.class),
                column(row, "token", String.class),
                new Pool.Change(added, withdrawn));
    }

    private static Answered answered(UUID id, String answers) {
        return new Answered(id, EventJson.MAPPER.readValue(answers, ANSWERS));
    }

    private static <T> T column(Readable row, String name, Class<T> type) {
        return Objects.requireNonNull(row.get(name, type), name);
    }
}
