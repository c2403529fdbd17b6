package org.prongsai.assessment.response;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.prongsai.assessment.pool.ReleaseStore;
import org.prongsai.assessment.pool.ReleaseWriter;
import org.prongsai.assessment.response.ImportEndpoint.Imported;
import org.prongsai.assessment.response.ImportFile.Batch;
import org.prongsai.assessment.round.Round;
import org.prongsai.assessment.round.RoundStore;
import org.prongsai.assessment.survey.Survey;
import org.prongsai.messaging.PostgresClient;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Stores a whole file of synthetic answers and lets it go: all of it in one transaction, or nothing. */
@Component
class ImportWriter {

    // Of a token's two answers the waiting one is the newer.
    static final String TAKE = """
            with line as (
                select p.pool, decode(w.token, 'hex') as token, w.answers::jsonb as answers
                from unnest(:agencies, :parts, :tokens, :answers) as w(agency, part, token, answers)
                join pool p on p.round = :round and p.instrument = :instrument
                    and p.agency = w.agency and p.part = w.part
            ), put as (
                insert into response (pool, answers, token_hash, waiting)
                select pool, answers, token, true from line
                where answers is distinct from coalesce(
                    (select w.answers from response w
                        where w.waiting and w.pool = line.pool and w.token_hash = line.token),
                    (select c.answers from response c
                        where not c.waiting and c.pool = line.pool and c.token_hash = line.token))
                order by gen_random_uuid()
                on conflict (token_hash, waiting, pool) do update
                set id = gen_random_uuid(), answers = excluded.answers
                returning id
            )
            select count(*)::int from put
            """;

    private final PostgresClient database;
    private final RoundStore rounds;
    private final ResponseStore responses;
    private final ReleaseStore pools;
    private final ReleaseWriter release;

    ImportWriter(
            @Qualifier("responses") PostgresClient database,
            RoundStore rounds,
            ResponseStore responses,
            ReleaseStore pools,
            ReleaseWriter release) {
        this.database = database;
        this.rounds = rounds;
        this.responses = responses;
        this.pools = pools;
        this.release = release;
    }

    /** Empty when the round is no more the one that the batches were judged by: nothing was stored. */
    Mono<Imported> take(Round round, List<Batch> batches) {
        return rounds.whileIs(
                round,
                database.inTransaction(release.alone()
                        .thenMany(Flux.fromIterable(batches))
                        .concatMap(batch -> take(batch.survey(), batch.admissions()))
                        .reduce(new Imported(0, 0, 0), ImportWriter::sum)));
    }

    private Mono<Imported> take(Survey survey, List<Admission> admissions) {
        var places = admissions.stream().map(Admission::place).distinct().toList();
        return responses
                .makePools(survey, places)
                .then(Mono.defer(() -> store(survey, admissions)))
                .zipWhen(stored -> pools.of(survey.round(), survey.instrument(), places)
                        .collectList()
                        .flatMap(release::everything))
                .map(t -> new Imported(t.getT1(), admissions.size() - t.getT1(), t.getT2()));
    }

    private Mono<Integer> store(Survey survey, List<Admission> admissions) {
        return database.sql()
                .sql(TAKE)
                .bind("round", survey.round())
                .bind("instrument", survey.instrument())
                .bind("agencies", strings(admissions, a -> a.place().agency()))
                .bind("parts", strings(admissions, a -> a.place().part()))
                .bind("tokens", strings(admissions, a -> a.tokenHash().hex()))
                .bind("answers", strings(admissions, Admission::json))
                .map(row -> Objects.requireNonNull(row.get(0, Integer.class)))
                .one();
    }

    private static String[] strings(List<Admission> admissions, Function<Admission, String> column) {
        return admissions.stream().map(column).toArray(String[]::new);
    }

    private static Imported sum(Imported a, Imported b) {
        return new Imported(a.accepted() + b.accepted(), a.repeated() + b.repeated(), a.released() + b.released());
    }
}
