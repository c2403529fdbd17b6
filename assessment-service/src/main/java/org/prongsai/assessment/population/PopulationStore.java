package org.prongsai.assessment.population;

import io.r2dbc.spi.Readable;
import java.util.Objects;
import org.prongsai.messaging.PostgresClient;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The populations of rounds and their versions. */
@Component
public class PopulationStore {

    /** A stored population; version 1 is the first. */
    record Stored(Population population, long version) {}

    private final PostgresClient database;

    PopulationStore(@Qualifier("assessment") PostgresClient database) {
        this.database = database;
    }

    Mono<Stored> find(String round, String agency) {
        return read(round, agency, "");
    }

    /** As it is now, and nobody changes it before this transaction ends. */
    public Mono<Population> hold(String round, String agency) {
        return read(round, agency, "for share").map(Stored::population);
    }

    /** As it is now, and nobody else changes it before this transaction ends. */
    Mono<Stored> lock(String round, String agency) {
        return read(round, agency, "for update");
    }

    /** Empty when somebody else registered one first. */
    Mono<Stored> insert(String round, String agency, Population population) {
        return write("""
                insert into population (round, agency, internal, on_leave, external)
                values (:round, :agency, :internal, :onLeave, :external)
                on conflict do nothing
                returning internal, on_leave, external, version
                """, round, agency, population);
    }

    /** In the place of the one that this transaction has locked. */
    Mono<Stored> update(String round, String agency, Population population) {
        return write("""
                update population
                set internal = :internal, on_leave = :onLeave, external = :external, version = version + 1
                where round = :round and agency = :agency
                returning internal, on_leave, external, version
                """, round, agency, population);
    }

    private Mono<Stored> write(String sql, String round, String agency, Population population) {
        return database.sql()
                .sql(sql)
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

    static Stored stored(Readable row) {
        return new Stored(
                new Population(number(row, "internal"), number(row, "on_leave"), number(row, "external")),
                Objects.requireNonNull(row.get("version", Long.class)));
    }

    private static int number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Integer.class));
    }
}
