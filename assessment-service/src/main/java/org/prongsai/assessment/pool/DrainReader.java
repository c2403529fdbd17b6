package org.prongsai.assessment.pool;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.prongsai.assessment.agency.AgencyStore;
import org.prongsai.assessment.round.Round;
import org.prongsai.assessment.round.RoundStore;
import org.prongsai.messaging.PostgresClient;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Finds the pools whose window seems to be over. It looks every second at what may be thousands of pools, so it takes no
 * lock, opens no transaction, and asks as many questions for a thousand pools as for one.
 */
@Component
class DrainReader {

    private final DatabaseClient responses;
    private final RoundStore rounds;
    private final AgencyStore agencies;

    DrainReader(@Qualifier("responses") PostgresClient responses, RoundStore rounds, AgencyStore agencies) {
        this.responses = responses.sql();
        this.rounds = rounds;
        this.agencies = agencies;
    }

    /**
     * @param pools in random order
     * @param paths root … self of the agencies of these pools
     */
    record Found(List<Pool> pools, Map<String, List<String>> paths) {}

    Mono<Found> overdue(Instant now) {
        return openSurveys().flatMap(open -> roundsOf(open).flatMap(known -> among(open, new Overdue(known, now))));
    }

    private Mono<Found> among(List<SurveyKey> open, Overdue overdue) {
        return openPools(overdue.surveys(open))
                .zipWhen(this::pathsOf, (pools, paths) -> new Found(overdue.pools(pools, paths), paths));
    }

    private Mono<List<SurveyKey>> openSurveys() {
        return responses
                .sql("select distinct round, instrument from pool where not drained")
                .map(row -> new SurveyKey(
                        Objects.requireNonNull(row.get("round", String.class)),
                        Objects.requireNonNull(row.get("instrument", String.class))))
                .all()
                .collectList();
    }

    private Mono<Map<String, Round>> roundsOf(List<SurveyKey> surveys) {
        var names = surveys.stream().map(SurveyKey::round).distinct().toList();
        return names.isEmpty() ? Mono.just(Map.of()) : rounds.of(names).collectMap(Round::round);
    }

    private Mono<List<Pool>> openPools(List<SurveyKey> surveys) {
        if (surveys.isEmpty()) {
            return Mono.just(List.of());
        }
        return responses
                .sql("""
                        select p.* from pool p
                        join unnest(:rounds, :instruments) as w(round, instrument) using (round, instrument)
                        where not p.drained order by gen_random_uuid()
                        """)
                .bind("rounds", surveys.stream().map(SurveyKey::round).toArray(String[]::new))
                .bind("instruments", surveys.stream().map(SurveyKey::instrument).toArray(String[]::new))
                .map(ReleaseStore::pool)
                .all()
                .collectList();
    }

    private Mono<Map<String, List<String>>> pathsOf(List<Pool> pools) {
        var names = pools.stream().map(pool -> pool.place().agency()).distinct().toList();
        return names.isEmpty() ? Mono.just(Map.of()) : agencies.paths(names);
    }
}
