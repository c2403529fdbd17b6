package org.prongsai.assessment.amendment;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.prongsai.assessment.agency.AgencyStore;
import org.prongsai.assessment.amendment.Joining.Facts;
import org.prongsai.messaging.PostgresClient;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What was done in a round before anybody amends it. A pool exists from its first answer on, so pools tell who answered. */
@Component
class FactReader {

    private final PostgresClient assessment;
    private final PostgresClient responses;
    private final AgencyStore agencies;

    FactReader(
            @Qualifier("assessment") PostgresClient assessment,
            @Qualifier("responses") PostgresClient responses,
            AgencyStore agencies) {
        this.assessment = assessment;
        this.responses = responses;
        this.agencies = agencies;
    }

    /** Whether anybody has answered anything, waiting or released. */
    Mono<Boolean> answered(String round) {
        return responses.inTransaction(responses
                .sql()
                .sql("select exists (select from pool where round = :round)")
                .bind("round", round)
                .map(row -> Objects.requireNonNull(row.get(0, Boolean.class)))
                .one());
    }

    Mono<Facts> of(String round, List<String> units) {
        return agencies.paths(units)
                .flatMap(paths -> units(assessment, "population", round, units).flatMap(registered -> responses
                        .inTransaction(units(responses, "pool", round, units))
                        .map(answered -> new Facts(paths, registered, answered))));
    }

    private static Mono<Set<String>> units(PostgresClient database, String table, String round, List<String> units) {
        return database.sql()
                .sql("select distinct agency from " + table + " where round = :round and agency = any(:units)")
                .bind("round", round)
                .bind("units", units.toArray(String[]::new))
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .all()
                .collect(Collectors.toSet());
    }
}
