package org.prongsai.assessment.population;

import io.r2dbc.spi.Readable;
import java.util.Objects;
import org.prongsai.messaging.PostgresClient;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The populations of rounds and their versions. */
@Component
class PopulationStore {

    /** A stored population; version 1 is the first. */
    record Stored(Population population, long version) {}

    private final PostgresClient database;

    PopulationStore(@Qualifier("assessment") PostgresClient database) {
        this.database = database;
    }

    Mono<Stored> find(String round, String agency) {
        return read(round, agency, "");
    }

    /** As it is now, and nobody else changes it before this transaction ends. */
    Mono<Stored> lock(String round, String agency) {
        return read(round, agency, "for update");
    }

    Mono<Stored> save(String round, String agency, Population population) {
        return database.sql()
                .sql("""
                        insert into population as p (round, agency, internal, on_leave, external)
                        values (:round, :agency, :internal, :onLeave, :external)
                        on conflict (round, agency) do update
                        set internal = excluded.internal, on_leave = excluded.on_leave, external = excluded.external,
                            version = p.version + 1
                        returning internal, on_leave, external, version
                        """)
                .bind("round", round)
                .bind("agency", agency)
                .bind("internal", population.internal())
                .bind("onLeave", population.onLeave())
                .bind("external", population.external())
                .map(PopulationStore::stored)
                .one();
    }

    private Mono<Stored> read(String round, String agency, String lock) {
        return database.sql()
                .sql("select internal, on_leave, external, version from population"
                        + " where round = :round and agency = :agency " + lock)
                .bind("round", round)
                .bind("agency", agency)
                .map(PopulationStore::stored)
                .one();
    }

    private static Stored stored(Readable row) {
        return new Stored(
                new Population(number(row, "internal"), number(row, "on_leave"), number(row, "external")),
                Objects.requireNonNull(row.get("version", Long.class)));
    }

    private static int number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Integer.class));
    }
}
