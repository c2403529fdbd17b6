package org.prongsai.assessment.response;

import io.r2dbc.spi.Readable;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.pool.Place;
import org.prongsai.assessment.pool.ResponseRows;
import org.prongsai.assessment.response.Outcome.Fate;
import org.prongsai.assessment.round.RoundStore;
import org.prongsai.assessment.survey.Survey;
import org.prongsai.contracts.assessment.UnverifiedPart;
import org.prongsai.messaging.PostgresClient;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Answers in their pools; a success has been written to disk. A pool exists from its first answer on, and is made only by
 * the round as it is then: so a round without pools has no answers, and no answer to one framework lies in a pool of
 * another.
 */
@Component
class ResponseStore {

    // The share lock on a pool makes a drain wait for answers on their way, and answers after a drain see it. What is
    // there already is looked for first: the many new ones then need no insert that replaces, which costs for every
    // leaf it meets. One that another instance stores meanwhile is neither seen nor stored, so it comes back as if its
    // pool were missing and is tried anew. An error it must not be: the server would log its key, and with it a
    // moment. Rows are written in the order of their pools and tokens, by every instance and by a release: two would
    // else wait for each other. Tokens are hashes, so that says nothing of when they came. A token's first answer is
    // one before which none was seen: a new row is no sign of it, for the earlier answer may be leaving just now. What
    // was stored is found by grouping: a planner that expects few rows would compare each with each.
    static final String ADMIT = """
            with sent as (
                select n, round, agency, instrument, part, framework,
                    decode(token, 'hex') as token, answers::jsonb as answers
                from unnest(:rounds, :agencies, :instruments, :parts, :frameworks, :tokens, :answers)
                    with ordinality as s(round, agency, instrument, part, framework, token, answers, n)
            ), here as (
                select p.pool, p.drained, p.round, p.agency, p.instrument, p.part, (
                    select b.pool from pool b where b.round = p.round and b.agency = p.agency
                        and b.instrument = p.instrument and b.part = p.part || :suffix) as beside
                from pool p join (select distinct round, agency, instrument, part, framework from sent) k
                    using (round, agency, instrument, part, framework)
                order by p.pool for share of p
            ), look as (
                select s.n, s.token, s.answers, h.pool, h.drained, h.beside,
                    (select c.answers from response c
                        where not c.waiting and c.pool = h.pool and c.token_hash = s.token) as counted,
                    (select w.answers from response w
                        where w.waiting and w.pool = h.pool and w.token_hash = s.token) as waits
                from sent s join here h using (round, agency, instrument, part)
            ), put as (
                insert into response (pool, answers, token_hash, waiting)
                select pool, answers, token, true from look
                where not drained and waits is null and counted is distinct from answers
                order by pool, token
                on conflict do nothing
                returning pool, token_hash
            ), over as (
                insert into response (pool, answers, token_hash, waiting)
                select pool, answers, token, true from look where not drained and waits is not null
                order by pool, token
                on conflict (token_hash, waiting, pool) do update
                set id = gen_random_uuid(), answers = excluded.answers
                where response.answers <> excluded.answers
                returning pool, token_hash
            )
            select max(n)::int as n, bool_or(drained) as drained, max(beside) as beside, false as unverified,
                bool_or(stored) as stored, bool_or(stored) and bool_and(unseen) as first
            from (
                select n, pool, token, drained, beside, false as stored, counted is null and waits is null as unseen,
                    not drained and waits is null and counted is distinct from answers as missing
                from look
                union all select null, pool, token_hash, null, null, true, null, null from put
                union all select null, pool, token_hash, null, null, true, null, null from over) found
            group by pool, token having bool_or(stored) or not bool_and(missing)
            """;

    // Whoever has come into the place itself leaves nothing that waits beside it. It is another transaction: what has
    // left by then was reported, and stays so. They are counted so that all are taken, in their order, before one goes.
    static final String LEAVE = """
            with gone as materialized (
                select from response r where r.waiting and %s order by r.pool, r.token_hash for update
            )
            delete from response r where (select count(*) from gone) > 0 and r.waiting and %1$s
            """.formatted(ResponseRows.AMONG);

    // Of a token's two answers the waiting one is the newer.
    static final String HOLDS = """
            select part <> :part as unverified from (
                select part, pool, decode(:token, 'hex') as token, :answers::jsonb as answers from pool
                where round = :round and agency = :agency and instrument = :instrument and part in (:part, :beside)) line
            where exists (select from response r where r.pool = line.pool and r.token_hash = line.token
                and r.answers = line.answers and (r.waiting or not exists (
                    select from response w where w.waiting and w.pool = line.pool and w.token_hash = line.token)))
            order by part limit 1
            """;

    static final String RECEIPT = """
            select distinct part from response join pool using (pool)
            where token_hash between :receipt and :receipt || '\\xffffffffffff'::bytea
            """;

    private final PostgresClient database;
    private final AsideStore asides;
    private final RoundStore rounds;

    ResponseStore(@Qualifier("responses") PostgresClient database, AsideStore asides, RoundStore rounds) {
        this.database = database;
        this.asides = asides;
        this.rounds = rounds;
    }

    /**
     * Stores what may be stored.
     *
     * @param batch each token once
     * @return in the order of the batch; empty for one whose place has no pool of its framework yet, or that another
     *     instance stored meanwhile
     */
    Mono<List<Optional<Outcome>>> admit(List<Submitted> batch) {
        return vouched(batch.stream().filter(s -> s.beside() == null).toList())
                .concatWith(asides.admit(
                        batch.stream().filter(s -> s.beside() != null).toList()))
                .collectList()
                .flatMap(written -> leave(written).thenReturn(outcomes(batch, written)));
    }

    private Flux<Written> vouched(List<Submitted> batch) {
        if (batch.isEmpty()) {
            return Flux.empty();
        }
        return bind(database.sql().sql(ADMIT), batch)
                .map(row -> written(batch, row))
                .all();
    }

    /** The columns of a batch that every statement about it has. */
    static DatabaseClient.GenericExecuteSpec bind(DatabaseClient.GenericExecuteSpec sql, List<Submitted> batch) {
        return sql.bind("rounds", column(batch, s -> s.place().round()))
                .bind("agencies", column(batch, s -> s.place().agency()))
                .bind("instruments", column(batch, s -> s.place().instrument()))
                .bind("parts", column(batch, s -> s.place().part()))
                .bind("frameworks", column(batch, Submitted::framework))
                .bind("tokens", column(batch, Submitted::token))
                .bind("answers", column(batch, s -> s.admission().json()))
                .bind("suffix", UnverifiedPart.beside(""));
    }

    static String[] column(List<Submitted> batch, Function<Submitted, @Nullable String> of) {
        return batch.stream().map(of).toArray(String[]::new);
    }

    static Written written(List<Submitted> batch, Readable row) {
        int n = Objects.requireNonNull(row.get("n", Integer.class));
        return new Written(
                batch.get(n - 1), new Outcome(fate(row), flag(row, "unverified")), row.get("beside", Integer.class));
    }

    private static Fate fate(Readable row) {
        if (flag(row, "stored")) {
            return flag(row, "first") ? Fate.FIRST : Fate.CHANGED;
        }
        return flag(row, "drained") ? Fate.DRAINED : Fate.REPEATED;
    }

    private static List<Optional<Outcome>> outcomes(List<Submitted> batch, List<Written> written) {
        var outcomes = new HashMap<Submitted, Outcome>();
        written.forEach(each -> outcomes.put(each.submitted(), each.outcome()));
        return batch.stream()
                .map(each -> Optional.ofNullable(outcomes.get(each)))
                .toList();
    }

    private Mono<Void> leave(List<Written> written) {
        var leaving = written.stream().filter(Written::leavesBeside).toList();
        return leaving.isEmpty()
                ? Mono.empty()
                : database.sql()
                        .sql(LEAVE)
                        .bind("pools", leaving.stream().map(Written::beside).toArray(Integer[]::new))
                        .bind(
                                "tokens",
                                column(leaving.stream().map(Written::submitted).toList(), Submitted::token))
                        .then();
    }

    /** The same where the pools are yet to be made; empty when the round is no more the one the survey was made of. */
    Mono<Outcome> admitFirst(Survey survey, Submitted submitted) {
        return rounds.whileIs(
                survey.of(),
                database.inTransaction(makePools(survey, submitted.admission().places())
                                .then(Mono.defer(() -> admit(List.of(submitted)))))
                        .flatMap(outcomes -> Mono.justOrEmpty(outcomes.getFirst())));
    }

    /** Where these very answers are stored under their token, waiting or released, if anywhere; writes nothing. */
    Mono<Outcome> holds(Admission admission) {
        return bind(database.sql().sql(HOLDS), admission.place())
                .bind("beside", admission.place().unverified().part())
                .bind("token", admission.tokenHash().hex())
                .bind("answers", admission.json())
                .map(row -> new Outcome(Fate.REPEATED, flag(row, "unverified")))
                .one();
    }

    /**
     * Makes the pools that are not there yet, all of one survey. Those of an earlier version of its framework hold
     * answers already, so that the versions differ in words only, and go on under the later one.
     */
    Mono<Void> makePools(Survey survey, List<Place> places) {
        return bind(database.sql().sql("""
                        update pool set framework = :framework from unnest(:agencies, :parts) as p(agency, part)
                        where pool.round = :round and pool.instrument = :instrument and pool.agency = p.agency
                            and pool.part = p.part and pool.framework <> :framework
                        """), survey, places).then().then(Mono.defer(() -> makeNew(survey, places)));
    }

    private Mono<Void> makeNew(Survey survey, List<Place> places) {
        var insert = database.sql().sql("""
                        insert into pool (round, agency, instrument, part, framework, k, release)
                        select :round, agency, :instrument, part, :framework, :k, :release
                        from unnest(:agencies, :parts) as p(agency, part) order by agency, part
                        on conflict do nothing
                        """);
        return bind(insert, survey, places)
                .bind("k", survey.of().state().k())
                .bind("release", survey.of().live(survey.instrument()) ? "live" : "close")
                .then();
    }

    private static DatabaseClient.GenericExecuteSpec bind(
            DatabaseClient.GenericExecuteSpec sql, Survey survey, List<Place> places) {
        return sql.bind("round", survey.round())
                .bind("instrument", survey.instrument())
                .bind("framework", survey.of().state().framework())
                .bind("agencies", places.stream().map(Place::agency).toArray(String[]::new))
                .bind("parts", places.stream().map(Place::part).toArray(String[]::new));
    }

    /** In which parts an answer with the token of this receipt lies, waiting or released. */
    Flux<String> partsOf(byte[] receipt) {
        return database.sql()
                .sql(RECEIPT)
                .bind("receipt", receipt)
                .map(row -> Objects.requireNonNull(row.get("part", String.class)))
                .all();
    }

    private static DatabaseClient.GenericExecuteSpec bind(DatabaseClient.GenericExecuteSpec sql, Place place) {
        return sql.bind("round", place.round())
                .bind("agency", place.agency())
                .bind("instrument", place.instrument())
                .bind("part", place.part());
    }

    static boolean flag(Readable row, String column) {
        return Boolean.TRUE.equals(row.get(column, Boolean.class));
    }
}
