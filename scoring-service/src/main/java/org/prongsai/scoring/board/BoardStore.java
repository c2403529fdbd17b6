package org.prongsai.scoring.board;

import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.prongsai.contracts.EventJson;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.score.Estimate;
import org.prongsai.methodology.score.Grade;
import org.prongsai.methodology.score.Spread;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;

/** Reads many scores at once. */
@Component
class BoardStore {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, BigDecimal>> SCORES = new TypeReference<>() {};

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

    /** What must be known before a list can be asked for. */
    record Round(RoundState state, boolean parentKnown) {}

    Mono<Round> round(String round, @Nullable String parent) {
        return sql.sql("""
                        select state, exists (select from agency where agency = :parent) as parent_known
                        from round where round = :round
                        """)
                .bind("round", round)
                .bind("parent", parent == null ? "" : parent)
                .map(row -> new Round(
                        EventJson.MAPPER.readValue(text(row, "state"), RoundState.class),
                        Boolean.TRUE.equals(row.get("parent_known", Boolean.class))))
                .one();
    }

    /** One row more than the limit, if there is one. */
    Mono<List<Row>> rows(Wish wish, Wish.Standard standard) {
        var query = BoardQuery.rows(wish);
        return sql.sql(query.text())
                .bindValues(query.values())
                .map(row -> new Row(score(row, standard), Objects.requireNonNullElse(row.get("key", String.class), "")))
                .all()
                .collectList();
    }

    Mono<Summary> summary(Wish wish, Framework framework) {
        var query = BoardQuery.groups(wish);
        return sql.sql(query.text())
                .bindValues(query.values())
                .map(row -> new Summary.Group(
                        row.get("level", String.class),
                        Objects.requireNonNull(row.get("units", Long.class)),
                        Objects.requireNonNull(row.get("shown", Long.class)),
                        Objects.requireNonNullElse(row.get("sum", BigDecimal.class), BigDecimal.ZERO)))
                .all()
                .collectList()
                .map(groups -> Summary.of(groups, framework));
    }

    private static ListedScore score(Readable row, Wish.Standard standard) {
        var framework = standard.framework();
        Map<String, BigDecimal> scores = EventJson.MAPPER.readValue(text(row, "instruments"), SCORES);
        return new ListedScore(
                text(row, "agency"),
                EventJson.MAPPER.readValue(text(row, "name"), TEXTS),
                text(row, "type"),
                standard.round().with(text(row, "agency")),
                text(row, "adequacy"),
                total(row),
                level(row.get("level", String.class), framework),
                framework.instruments().stream()
                        .map(each -> new ListedScore.Instrument(each.code(), scores.get(each.code())))
                        .toList());
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
