package org.prongsai.assessment.response;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.pool.Place;
import org.prongsai.assessment.round.RoundStore;
import org.prongsai.assessment.survey.Survey;
import org.prongsai.contracts.EventJson;
import org.prongsai.messaging.PostgresClient;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Answers in their pools: each statement is one transaction, and a success has been written to disk. A pool exists from
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
    private static final String MINE = """
            mine as (
                select waiting, answers from response where token_hash = :token
            ), same as (
                select from mine where answers = :answers::jsonb
                and (waiting or not exists (select from mine where waiting))
            )
            """;

    // The share lock on the pool makes a drain wait for answers on their way, and answers after a drain see it.
    private static final String ADMIT = """
            with here as (
                select pool, drained from pool
                where round = :round and agency = :agency and instrument = :instrument and part = :part
                and framework = :framework for share
            ), %s, put as (
                insert into response (pool, answers, token_hash, waiting)
                select pool, :answers::jsonb, :token, true from here
                where not drained and not exists (select from same)
                on conflict (token_hash, waiting) do update
                set id = gen_random_uuid(), answers = excluded.answers
                returning id
            )
            select (select drained from here) as drained, exists (select from put) as stored,
                exists (select from same) as same
            """.formatted(MINE);

    private final PostgresClient database;
    private final RoundStore rounds;

    ResponseStore(@Qualifier("responses") PostgresClient database, RoundStore rounds) {
        this.database = database;
        this.rounds = rounds;
    }

    /** Empty when the round is no more the one that the survey was made of: nothing was stored. */
    Mono<Outcome> admit(Survey survey, Admission admission) {
        return tryToAdmit(survey, admission)
                .switchIfEmpty(Mono.defer(() -> rounds.whileIs(
                        survey.of(),
                        database.inTransaction(makePools(survey, List.of(admission.place()))
                                .then(Mono.defer(() -> tryToAdmit(survey, admission)))))));
    }

    /** Empty while there is no such pool of the survey's framework. */
    private Mono<Outcome> tryToAdmit(Survey survey, Admission admission) {
        return bind(bind(database.sql().sql(ADMIT), admission), admission.place())
                .bind("framework", survey.of().state().framework())
                .map(row -> Optional.ofNullable(
                        outcome(row.get("drained", Boolean.class), flag(row, "stored"), flag(row, "same"))))
                .one()
                .flatMap(Mono::justOrEmpty);
    }

    private static @Nullable Outcome outcome(@Nullable Boolean drained, boolean stored, boolean same) {
        if (drained == null) {
            return null;
        }
        if (stored) {
            return Outcome.STORED;
        }
        return same ? Outcome.REPEATED : Outcome.DRAINED;
    }

    /** Whether these very answers are stored under their token, waiting or released; writes nothing. */
    Mono<Boolean> holds(Admission admission) {
        return bind(database.sql().sql("with " + MINE + " select exists (select from same) as same"), admission)
                .map(row -> flag(row, "same"))
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

    /** Whether an answer with the token of this receipt is counted, waiting or released. */
    Mono<Boolean> counted(byte[] receipt) {
        return database.sql()
                .sql("select exists (select from response"
                        + " where substring(sha256(token_hash) from 1 for 10) = :receipt) as counted")
                .bind("receipt", receipt)
                .map(row -> Objects.requireNonNull(row.get("counted", Boolean.class)))
                .one();
    }

    private static DatabaseClient.GenericExecuteSpec bind(DatabaseClient.GenericExecuteSpec sql, Admission admission) {
        return sql.bind("token", admission.tokenHash().bytes())
                .bind("answers", EventJson.MAPPER.writeValueAsString(admission.answers()));
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
