package org.prongsai.scoring.history;

import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.prongsai.contracts.EventJson;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.methodology.score.Grade;
import org.prongsai.scoring.history.PublishedResult.Predecessor;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;

/** Reads published results along the line of an agency. */
@Component
class HistoryStore {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    /**
     * The line: the agency and those it came from, each up to the day it handed over. What a predecessor that goes on did
     * later, or took over later, is not part of it; that also ends any circle. Of several ways the longest counts.
     * Scores published by this platform join {@code published} as a second kind once publication is told.
     */
    private static final String SELECT = """
            with recursive way (agency, successor, kind, since, until) as (
                select cast(:agency as text), cast(null as text), cast(null as text), cast(null as date),
                    cast('infinity' as date)
                union
                select p.agency, w.agency, p.kind, p."on", least(p."on", w.until)
                from way w join agency a on a.agency = w.agency
                cross join lateral jsonb_to_recordset(a.predecessors) as p (agency text, kind text, "on" date)
                where p."on" <= w.until
            ), line as (
                select distinct on (agency) * from way order by agency, until desc, since desc, successor
            ), published as (
                select agency, fiscal_year, 'official' as kind, cast(null as text) as round, total, level, source,
                    retrieved, false as synthetic, note
                from official_result
            )
            select p.*, coalesce(called.name, a.name) as name, l.successor, l.kind as link, l.since
            from line l join published p using (agency) join agency a using (agency)
            left join lateral (
                select n.name::text from jsonb_to_recordset(a.names) as n (name jsonb, "to" date)
                where n."to" >= make_date(p.fiscal_year - 543, 9, 30) order by n."to" limit 1) called on true
            where make_date(p.fiscal_year - 544, 10, 1) < l.until
                and (:first or p.fiscal_year < :year
                    or (p.fiscal_year = :year and (p.agency, p.kind) > (:last, :lastKind)))
            order by p.fiscal_year desc, p.agency, p.kind
            limit :limit
            """;

    private final DatabaseClient sql;

    HistoryStore(PostgresClient database) {
        this.sql = database.sql();
    }

    /** Those after this place of {@link PublishedResult#place}, from the beginning if it is empty. */
    Mono<List<PublishedResult>> list(String agency, List<String> after, int limit) {
        boolean first = after.isEmpty();
        return sql.sql(SELECT)
                .bind("agency", agency)
                .bind("first", first)
                .bind("year", first ? 0 : Integer.parseInt(after.getFirst()))
                .bind("last", first ? "" : after.get(1))
                .bind("lastKind", first ? "" : after.get(2))
                .bind("limit", limit)
                .map(HistoryStore::result)
                .all()
                .collectList();
    }

    private static PublishedResult result(Readable row) {
        int year = Objects.requireNonNull(row.get("fiscal_year", Integer.class));
        return new PublishedResult(
                year,
                text(row, "agency"),
                EventJson.MAPPER.readValue(text(row, "name"), TEXTS),
                predecessor(row),
                text(row, "kind"),
                row.get("round", String.class),
                row.get("total", BigDecimal.class),
                level(year, row.get("level", String.class)),
                row.get("source", String.class),
                row.get("retrieved", LocalDate.class),
                Boolean.TRUE.equals(row.get("synthetic", Boolean.class)),
                row.get("note", String.class));
    }

    private static @Nullable Predecessor predecessor(Readable row) {
        var of = row.get("successor", String.class);
        var since = row.get("since", LocalDate.class);
        return of == null || since == null ? null : new Predecessor(of, text(row, "link"), since);
    }

    private static @Nullable Grade level(int year, @Nullable String code) {
        return code == null ? null : Scale.grade(year, code).orElse(null);
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }
}
