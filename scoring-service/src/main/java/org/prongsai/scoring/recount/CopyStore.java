package org.prongsai.scoring.recount;

import io.r2dbc.spi.Readable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.scoring.score.Unit;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/** What the service keeps of others, read as it is taken. */
final class CopyStore {
    private static final int ROWS = 200;

    private final DatabaseClient sql;

    CopyStore(PostgresClient database) {
        this.sql = database.sql();
    }

    /** @param round whose rounds, populations and marks, or null for all */
    Flux<Copy> all(@Nullable String round) {
        return Flux.concat(
                rows(
                        "select ref, document from framework where :all or :round <> ''",
                        round,
                        row -> Copy.framework(text(row, "ref"), text(row, "document"))),
                rows("""
                        select agency, path, type, name, names::text as names, predecessors::text as predecessors,
                            coalesce(first_day::text, '') as first_day, coalesce(last_day::text, '') as last_day
                        from agency where :all or :round <> ''
                        """, round, CopyStore::agency),
                rows(
                        "select state, round, framework, parent, types from round where :all or round = :round",
                        round,
                        CopyStore::round),
                rows(
                        "select round, agency, internal, external from population where :all or round = :round",
                        round,
                        CopyStore::population),
                rows("""
                        select round, agency, array_agg(item) as items, array_agg(mark) as marks from mark
                        where :all or round = :round group by round, agency
                        """, round, CopyStore::marks));
    }

    private Flux<Copy> rows(String query, @Nullable String round, Function<Readable, Copy> copy) {
        return sql.sql(query)
                .bind("all", round == null)
                .bind("round", round == null ? "" : round)
                .filter(statement -> statement.fetchSize(ROWS))
                .map(copy)
                .all();
    }

    private static Copy agency(Readable row) {
        return Copy.agency(
                text(row, "agency"),
                texts(row, "path"),
                text(row, "type"),
                List.of(text(row, "name"), text(row, "names"), text(row, "predecessors")),
                text(row, "first_day"),
                text(row, "last_day"));
    }

    private static Copy round(Readable row) {
        return Copy.round(
                text(row, "round"),
                text(row, "state"),
                text(row, "framework"),
                text(row, "parent"),
                texts(row, "types"));
    }

    private static Copy population(Readable row) {
        return Copy.population(
                text(row, "round"), text(row, "agency"), number(row, "internal"), number(row, "external"));
    }

    private static Copy marks(Readable row) {
        var items = texts(row, "items");
        var marks = Objects.requireNonNull(row.get("marks", Integer[].class));
        Map<String, Integer> byItem = new HashMap<>();
        for (int i = 0; i < marks.length; i++) byItem.put(items.get(i), marks[i]);
        return Copy.marks(new Unit(text(row, "round"), text(row, "agency")), byItem);
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }

    private static List<String> texts(Readable row, String column) {
        return List.of(Objects.requireNonNull(row.get(column, String[].class)));
    }

    private static int number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Integer.class));
    }
}
