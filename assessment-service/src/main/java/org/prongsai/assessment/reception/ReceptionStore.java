package org.prongsai.assessment.reception;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.prongsai.assessment.pool.Place;
import org.prongsai.assessment.reception.Waiting.Row;
import org.prongsai.messaging.PostgresClient;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The numbers that were counted apart, in the order of nothing. */
@Component
class ReceptionStore {

    /** One writer at a time, for none keeps an order; the number is arbitrary and shared by all. */
    private static final long WRITE_LOCK = 5_601_003L;

    private static final String ADD = """
            insert into reception (pool, kind, value, answers)
            select p.pool, w.kind, w.value, w.answers
            from unnest(:rounds, :agencies, :instruments, :parts, :kinds, :values, :answers)
                as w(round, agency, instrument, part, kind, value, answers)
            join pool p using (round, agency, instrument, part)
            order by gen_random_uuid()
            on conflict (pool, kind, value) do update set answers = reception.answers + excluded.answers
            """;

    private final PostgresClient database;

    ReceptionStore(@Qualifier("responses") PostgresClient database) {
        this.database = database;
    }

    /** All of these together, in a transaction that writes no answer. */
    Mono<Void> add(List<Row> rows) {
        if (rows.isEmpty()) {
            return Mono.empty();
        }
        return database.inTransaction(database.sql()
                .sql("select pg_advisory_xact_lock(" + WRITE_LOCK + ")")
                .then()
                .then(database.sql()
                        .sql(ADD)
                        .bind("rounds", texts(rows, row -> row.place().round()))
                        .bind("agencies", texts(rows, row -> row.place().agency()))
                        .bind("instruments", texts(rows, row -> row.place().instrument()))
                        .bind("parts", texts(rows, row -> row.place().part()))
                        .bind("kinds", texts(rows, row -> row.kind().code()))
                        .bind("values", texts(rows, Row::value))
                        .bind("answers", rows.stream().map(Row::answers).toArray(Long[]::new))
                        .then()));
    }

    private static String[] texts(List<Row> rows, Function<Row, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    Flux<Row> of(String round, String agency) {
        return database.sql()
                .sql("select p.instrument, p.part, r.kind, r.value, r.answers from reception r join pool p using (pool)"
                        + " where p.round = :round and p.agency = :agency")
                .bind("round", round)
                .bind("agency", agency)
                .map(row -> new Row(
                        new Place(round, agency, text(row, "instrument"), text(row, "part")),
                        Kind.of(text(row, "kind")),
                        text(row, "value"),
                        Objects.requireNonNull(row.get("answers", Long.class))))
                .all();
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }
}
