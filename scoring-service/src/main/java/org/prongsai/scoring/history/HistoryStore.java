package org.prongsai.scoring.history;

import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prongsai.contracts.EventJson;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.methodology.score.Grade;
import org.prongsai.scoring.history.PublishedResult.Predecessor;
import org.prongsai.scoring.listing.Search;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;

/** Reads published results, along the line of an agency or of all of them. */
@Component
class HistoryStore {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private static final int FETCHED = 500;

    private final DatabaseClient sql;

    HistoryStore(PostgresClient database) {
        this.sql = database.sql();
    }

    /** A result with the key it is sorted by. */
    record Row(PublishedResult result, String key) {
        List<String> place() {
            return Stream.concat(Stream.of(key), result.place().stream()).toList();
        }
    }

    /** One row more than the limit, if there is one. */
    Mono<List<Row>> page(ResultWish wish) {
        var query = ResultQuery.page(wish);
        return sql.sql(query.text())
                .bindValues(query.values())
                .map(row -> new Row(result(row), text(row, "key")))
                .all()
                .collectList();
    }

    /** All rows in one statement, read no faster than they are taken. */
    Flux<PublishedResult> whole(ResultWish wish) {
        var query = ResultQuery.whole(wish);
        return sql.sql(query.text())
                .bindValues(query.values())
                .filter(statement -> statement.fetchSize(FETCHED))
                .map(HistoryStore::result)
                .all();
    }

    /** Whether anything was ever published of it or of those it came from. */
    Mono<Boolean> any(String agency) {
        var everything = new ResultWish.Asked(null, null, null, Search.NONE, 1, null);
        return page(ResultWish.of(everything, agency)).map(rows -> !rows.isEmpty());
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
