package org.prongsai.scoring.history;

import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.prongsai.contracts.EventJson;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.web.Audit;
import org.prongsai.web.AuditWriter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The results the authority published. */
@Component
class ResultStore {
    private final PostgresClient database;

    ResultStore(PostgresClient database) {
        this.database = database;
    }

    /** What the file would change, without changing it. */
    Mono<ResultChange> preview(ResultFile file, LocalDate today) {
        var agencies = file.rows().stream()
                .map(row -> row.result().agency())
                .filter(agency -> !agency.isEmpty())
                .distinct()
                .toArray(String[]::new);
        return Mono.zip(lastDays(agencies), existing(agencies))
                .map(found -> ResultChange.plan(file, new Span(today, found.getT1()), found.getT2()));
    }

    /** Results and audit row together, and only if every line can be taken. */
    Mono<ResultChange> take(ResultFile file, LocalDate today, Audit audit) {
        var work = database.sql()
                .sql("select pg_advisory_xact_lock(hashtextextended('official-results', 0))")
                .then()
                .then(Mono.defer(() -> preview(file, today)))
                .flatMap(change -> change.possible() && !change.changed().isEmpty()
                        ? save(change.changed(), audit).thenReturn(change)
                        : Mono.just(change));
        return database.inTransaction(work);
    }

    private Mono<Map<String, Optional<LocalDate>>> lastDays(String[] agencies) {
        return database.sql()
                .sql("select agency, last_day from agency where agency = any(:agencies)")
                .bind("agencies", agencies)
                .map(row -> Map.entry(text(row, "agency"), Optional.ofNullable(row.get("last_day", LocalDate.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<List<OfficialResult>> existing(String[] agencies) {
        return database.sql()
                .sql("""
                        select agency, fiscal_year, total, level, source, retrieved, note from official_result
                        where agency = any(:agencies)""")
                .bind("agencies", agencies)
                .map(ResultStore::result)
                .all()
                .collectList();
    }

    /** The two newest that are no later than the year, newest first. */
    Mono<List<OfficialResult>> newest(String agency, int fiscalYear) {
        return database.sql()
                .sql("""
                        select agency, fiscal_year, total, level, source, retrieved, note from official_result
                        where agency = :agency and fiscal_year <= :year order by fiscal_year desc limit 2""")
                .bind("agency", agency)
                .bind("year", fiscalYear)
                .map(ResultStore::result)
                .all()
                .collectList();
    }

    private Mono<Void> save(List<OfficialResult> results, Audit audit) {
        return database.sql()
                .sql("""
                        insert into official_result (agency, fiscal_year, total, level, source, retrieved, note)
                        select agency, "fiscalYear", total, level, source, retrieved, note
                        from jsonb_to_recordset(cast(:results as jsonb)) as row (agency text, "fiscalYear" int,
                            total numeric, level text, source text, retrieved date, note text)
                        on conflict (agency, fiscal_year) do update set total = excluded.total, level = excluded.level,
                            source = excluded.source, retrieved = excluded.retrieved, note = excluded.note
                        """)
                .bind("results", EventJson.MAPPER.writeValueAsString(results))
                .then()
                .then(AuditWriter.write(database.sql(), audit));
    }

    private static OfficialResult result(Readable row) {
        return new OfficialResult(
                text(row, "agency"),
                Objects.requireNonNull(row.get("fiscal_year", Integer.class)),
                Objects.requireNonNull(row.get("total", BigDecimal.class)),
                row.get("level", String.class),
                text(row, "source"),
                row.get("retrieved", LocalDate.class),
                row.get("note", String.class));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }
}
