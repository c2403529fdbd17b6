package org.prongsai.scoring.board;

import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.prongsai.contracts.EventJson;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.score.Estimate;
import org.prongsai.methodology.score.Grade;
import org.prongsai.methodology.score.Spread;
import org.prongsai.methodology.score.Veil;
import org.prongsai.scoring.score.ShownIndicator;
import org.prongsai.scoring.subtree.Column;
import org.prongsai.scoring.subtree.Standard;
import org.prongsai.scoring.subtree.Subtree;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;

/** Reads many scores at once. */
@Component
class BoardStore {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, BigDecimal>> SCORES = new TypeReference<>() {};
    private static final int FETCHED = 500;

    private final DatabaseClient sql;

    BoardStore(PostgresClient database) {
        this.sql = database.sql();
    }

    /** A row of the list with the key it is sorted by. */
    record Row(ListedScore score, String key) {
        List<String> place() {
            return List.of(key, score.agency());
        }
    }

    /** One row more than the limit, if there is one. */
    Mono<List<Row>> page(Wish wish, Subtree subtree) {
        var query = BoardQuery.page(wish);
        return sql.sql(query.text())
                .bindValues(query.values())
                .map(row -> new Row(
                        score(row, wish.standard(), subtree),
                        Objects.requireNonNullElse(row.get("key", String.class), "")))
                .all()
                .collectList();
    }

    /** All rows in one statement, read no faster than they are taken. */
    Flux<BoardFile.Line> whole(Wish wish, Subtree subtree) {
        int year = wish.standard().framework().fiscalYear();
        var query = BoardQuery.whole(wish);
        return sql.sql(query.text())
                .bindValues(query.values())
                .filter(statement -> statement.fetchSize(FETCHED))
                .map(row -> new BoardFile.Line(
                        score(row, wish.standard(), subtree),
                        published(row, "official_", year),
                        published(row, "earlier_")))
                .all();
    }

    private static Published published(Readable row, String prefix, int year) {
        var total = row.get(prefix + "total", BigDecimal.class);
        return new Published(
                total == null ? null : year,
                total,
                row.get(prefix + "level", String.class),
                row.get(prefix + "source", String.class),
                row.get(prefix + "retrieved", LocalDate.class));
    }

    private static Published published(Readable row, String prefix) {
        var year = row.get(prefix + "year", Integer.class);
        return published(row, prefix, year == null ? 0 : year);
    }

    private static ListedScore score(Readable row, Standard standard, Subtree subtree) {
        var framework = standard.framework();
        var scores = scores(row, "instruments");
        var agency = text(row, "agency");
        return new ListedScore(
                agency,
                EventJson.MAPPER.readValue(text(row, "name"), TEXTS),
                text(row, "type"),
                standard.round().with(agency),
                text(row, "adequacy"),
                total(row),
                level(row.get("level", String.class), framework),
                row.get("left_out", String.class),
                subtree.place(agency),
                framework.instruments().stream()
                        .map(each -> new ListedScore.Instrument(each.code(), scores.get(each.code())))
                        .toList(),
                indicators(row, framework));
    }

    /** As the unit's own score shows them, with what is kept back in its place. */
    private static List<ShownIndicator> indicators(Readable row, Framework framework) {
        var scores = scores(row, "indicators");
        var hidden = row.get("hidden", String.class);
        var kept = hidden == null ? List.<String>of() : List.of(hidden.split(" ", -1));
        return Column.all(framework).stream()
                .filter(Column::indicator)
                .map(each -> new ShownIndicator(
                        each.code(),
                        each.instrument(),
                        scores.get(each.code()),
                        kept.contains(each.code()) ? Veil.REASON : null))
                .toList();
    }

    private static Map<String, BigDecimal> scores(Readable row, String column) {
        return EventJson.MAPPER.readValue(text(row, column), SCORES);
    }

    private static @Nullable Estimate total(Readable row) {
        var total = row.get("total", BigDecimal.class);
        if (total == null) return null;
        var low = row.get("total_low", BigDecimal.class);
        var high = row.get("total_high", BigDecimal.class);
        var interval = low == null || high == null ? null : List.of(low, high);
        return new Estimate(total, row.get("total_error", BigDecimal.class), interval, Spread.of(text(row, "spread")));
    }

    private static @Nullable Grade level(@Nullable String code, Framework framework) {
        return framework.levels().stream()
                .filter(each -> each.code().equals(code))
                .map(each -> new Grade(each.code(), each.title()))
                .findFirst()
                .orElse(null);
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
