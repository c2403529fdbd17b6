package org.prongsai.scoring.register;

import java.util.Objects;
import org.prongsai.contracts.assessment.AgencyChanged;
import org.prongsai.contracts.assessment.PopulationRegistered;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.scoring.score.Unit;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which units a change of agencies, rounds, frameworks or populations reaches. */
@Component
class ReachStore {

    private final DatabaseClient sql;

    ReachStore(PostgresClient database) {
        this.sql = database.sql();
    }

    /** Only one change of the copies at a time: a round and an agency that miss each other would make no unit. */
    Mono<Void> alone() {
        return sql.sql("select pg_advisory_xact_lock(hashtextextended('scoring-register', 0))")
                .then();
    }

    /** Who takes part by what is known now, and who has a score from before. */
    Flux<Unit> of(Heard heard) {
        var known = sql.sql("""
                        select r.round, a.agency from round r
                        join agency a on a.path @> array[r.parent] and (r.types = '{}' or a.type = any(r.types))
                        where r.round = any(:rounds) or r.framework = any(:frameworks) or a.agency = any(:agencies)
                        union
                        select s.round, s.agency from score s left join round r using (round)
                        where s.round = any(:rounds) or r.framework = any(:frameworks) or s.agency = any(:agencies)
                        """)
                .bind("rounds", heard.rounds().stream().map(RoundState::round).toArray(String[]::new))
                .bind("frameworks", heard.frameworks().keySet().toArray(String[]::new))
                .bind(
                        "agencies",
                        heard.agencies().stream().map(AgencyChanged::agency).toArray(String[]::new))
                .map(row -> new Unit(
                        Objects.requireNonNull(row.get("round", String.class)),
                        Objects.requireNonNull(row.get("agency", String.class))))
                .all();
        return known.concatWith(Flux.fromIterable(heard.populations()).map(ReachStore::unit));
    }

    private static Unit unit(PopulationRegistered population) {
        return new Unit(population.round(), population.agency());
    }
}
