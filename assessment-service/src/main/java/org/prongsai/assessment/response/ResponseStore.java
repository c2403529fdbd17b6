package org.prongsai.assessment.response;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.prongsai.assessment.pool.Place;
import org.prongsai.assessment.round.RoundStore;
import org.prongsai.assessment.survey.Survey;
import org.prongsai.messaging.PostgresClient;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Answers in their pools: each batch is one transaction, and a success has been written to disk. A pool exists from
 * its first answer on, and is made only by the round as it is then: so a round without pools has no answers, and no
 * answer to one framework lies in a pool of another.
 */
@Component
class ResponseStore {

    /** What became of an admission. */
    enum Outcome {
        /** A first answer, or another one in its place. */
        STORED,
        /** The same token with the same answers, before a drain or after it: nothing was written. */
        REPEATED,
        /** The pool has been drained: the window is over, and what came is not what is stored. */
        DRAINED
    }

    // Of a token's two answers the waiting one is the newer.
    private static final String SAME = """
            exists (select from response r where r.pool = %1$s.pool and r.token_hash = %1$s.token
                and r.answers = %1$s.answers and (r.waiting or not exists (
                    select from response w where w.waiting and w.pool = %1$s.pool and w.token_hash = %1$s.token)))""";

    // The share lock on a pool makes a drain wait for answers on their way, and answers after a drain see it. A waiting
    // answer that is the same is met by the conflict; a counted one is looked for. The rows of a batch lie in random
    // order.
    private static final String ADMIT = """
            with sent as (
                select n, round, agency, instrument, part, framework,
                    decode(token, 'hex') as token, answers::jsonb as answers
                from unnest(:rounds, :agencies, :instruments, :parts, :frameworks, :tokens, :answers)
                    with ordinality as s(round, agency, instrument, part, framework, token, answers, n)
            ), here as (
                select p.pool, p.drained, p.round, p.agency, p.instrument, p.part from pool p
                join (select distinct round, agency, instrument, part, framework from sent) k
                    using (round, agency, instrument, part, framework)
                order by p.pool for share of p
            ), line as (
                select s.n, h.pool, h.drained, s.token, s.answers
                from sent s join here h using (round, agency, instrument, part)
            ), put as (
                insert into response (pool, answers, token_hash, waiting)
                select pool, answers, token, true from line
                where not drained and not exists (
                    select from response c where not c.waiting and c.pool = line.pool and c.token_hash = line.token
                    and c.answers = line.answers and not exists (
                        select from response w
                        where w.waiting and w.pool = line.pool and w.token_hash = line.token))
                order by gen_random_uuid()
                on conflict (waiting, pool, token_hash) do update
                set id = gen_random_uuid(), answers = excluded.answers
                where response.answers <> excluded.answers
                returning pool, token_hash
            )
            select line.n::int, line.drained, put.pool is not null as stored,
                case when line.drained then %s else put.pool is null end as same
            from line left join put on put.pool = line.pool and put.token_hash = line.token
            """.formatted(SAME.formatted("line"));

    private static final String HOLDS = """
            select %s as same from (
                select pool, decode(:token, 'hex') as token, :answers::jsonb as answers from pool
                where round = :round and agency = :agency and instrument = :instrument and part = :part) line
            """.formatted(SAME.formatted("line"));

    private final PostgresClient database;
    private final RoundStore rounds;

    ResponseStore(@Qualifier("responses") PostgresClient database, RoundStore rounds) {
        this.database = database;
        this.rounds = rounds;
    }

    /** Empty where there is no pool of the survey's framework yet: nothing was stored. */
    Mono<Outcome> admit(Submitted submitted) {
        return admit(List.of(submitted)).flatMap(outcomes -> Mono.justOrEmpty(outcomes.getFirst()));
    }

    /**
     * Stores what may be stored, in one transaction.
     *
     * @param batch each token once
     * @return in the order of the batch; empty for one whose place has no pool of its framework yet
     */
    Mono<List<Optional<Outcome>>> admit(List<Submitted> batch) {
        return database.sql()
                .sql(ADMIT)
                .bind("rounds", column(batch, s -> s.place().round()))
                .bind("agencies", column(batch, s -> s.place().agency()))
                .bind("instruments", column(batch, s -> s.place().instrument()))
                .bind("parts", column(batch, s -> s.place().part()))
                .bind("frameworks", column(batch, Submitted::framework))
                .bind("tokens", column(batch, s -> s.admission().tokenHash().hex()))
                .bind("answers", column(batch, s -> s.admission().json()))
                .map(row -> Map.entry(Objects.requireNonNull(row.get("n", Integer.class)), outcome(row)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(found -> IntStream.rangeClosed(1, batch.size())
                        .mapToObj(n -> Optional.ofNullable(found.get(n)))
                        .toList());
    }

    private static String[] column(List<Submitted> batch, Function<Submitted, String> of) {
        return batch.stream().map(of).toArray(String[]::new);
    }

    private static Outcome outcome(Readable row) {
        if (flag(row, "stored")) {
            return Outcome.STORED;
        }
        return flag(row, "same") ? Outcome.REPEATED : Outcome.DRAINED;
    }

    /** The same where the pools are yet to be made; empty when the round is no more the one the survey was made of. */
    Mono<Outcome> admitFirst(Survey survey, Submitted submitted) {
        return rounds.whileIs(
                survey.of(),
                database.inTransaction(
                        makePools(survey, List.of(submitted.place())).then(Mono.defer(() -> admit(submitted)))));
    }

    /** Whether these very answers are stored under their token, waiting or released; writes nothing. */
    Mono<Boolean> holds(Admission admission) {
        return bind(database.sql().sql(HOLDS), admission.place())
                .bind("token", admission.tokenHash().hex())
                .bind("answers", admission.json())
                .map(row -> flag(row, "same"))
                .one()
                .defaultIfEmpty(false);
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

    /** Whether an answer with the token of this receipt is counted, waiting or released. */
    Mono<Boolean> counted(byte[] receipt) {
        return database.sql()
                .sql("select exists (select from response"
                        + " where substring(sha256(token_hash) from 1 for 10) = :receipt) as counted")
                .bind("receipt", receipt)
                .map(row -> Objects.requireNonNull(row.get("counted", Boolean.class)))
                .one();
    }

    private static DatabaseClient.GenericExecuteSpec bind(DatabaseClient.GenericExecuteSpec sql, Place place) {
        return sql.bind("round", place.round())
                .bind("agency", place.agency())
                .bind("instrument", place.instrument())
                .bind("part", place.part());
    }

    private static boolean flag(Readable row, String column) {
        return Boolean.TRUE.equals(row.get(column, Boolean.class));
    }
}
