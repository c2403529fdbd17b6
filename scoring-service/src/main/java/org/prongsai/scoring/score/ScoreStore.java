package org.prongsai.scoring.score;

import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.prongsai.contracts.EventJson;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.methodology.score.Estimate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One row for each unit, which is also the lock of all who change what its score rests on. */
@Component
public class ScoreStore {

    /** The units that were bound, as a table {@code w(round, agency)}. */
    static final String WANTED = "unnest(:rounds, :agencies) as w(round, agency)";

    private static final int ROWS = 200;

    private final DatabaseClient sql;

    public ScoreStore(PostgresClient database) {
        this.sql = database.sql();
    }

    /**
     * Takes the units for this transaction, making those rows that are not there yet: whoever changes the same unit
     * meanwhile waits here, and then sees what was committed.
     *
     * @param units in order, so that two transactions never wait for each other
     */
    Mono<Map<Unit, KeptScore>> claim(List<Unit> units) {
        return bind(sql.sql("""
                        insert into score (round, agency) select round, agency from %s order by round, agency
                        on conflict do nothing
                        """.formatted(WANTED)), units)
                .then()
                .then(bind(sql.sql("""
                        select s.* from score s join %s using (round, agency)
                        order by s.round, s.agency for update of s
                        """.formatted(WANTED)), units)
                        .map(ScoreStore::kept)
                        .all()
                        .collectMap(KeptScore::unit));
    }

    /**
     * Every score that is kept, read as they are taken.
     *
     * @param round the only one, or null for all
     */
    public Flux<KeptScore> all(@Nullable String round) {
        return sql.sql("""
                        select round, agency, participates, body, due from score where :all or round = :round
                        order by round collate "C", agency collate "C"
                        """)
                .bind("all", round == null)
                .bind("round", round == null ? "" : round)
                .filter(statement -> statement.fetchSize(ROWS))
                .map(ScoreStore::kept)
                .all();
    }

    private static KeptScore kept(Readable row) {
        return new KeptScore(
                unit(row), flag(row, "participates"), row.get("body", String.class), row.get("due", Instant.class));
    }

    Mono<Void> save(List<Standing> standings, Instant told) {
        if (standings.isEmpty()) return Mono.empty();
        var update = sql.sql("""
                update score s set participates = w.participates, adequacy = w.adequacy, total = w.total,
                    total_error = w.total_error, total_low = w.total_low, total_high = w.total_high, spread = w.spread,
                    level = w.level, left_out = w.left_out, instruments = w.instruments::jsonb,
                    indicators = w.indicators::jsonb, due = w.due, body = w.body,
                    changed_at = case when s.body is distinct from w.body then :told else s.changed_at end
                from unnest(:rounds, :agencies, :participates, :adequacies, :totals, :errors, :lows, :highs, :spreads,
                    :levels, :leftOut, :instruments, :indicators, :dues, :bodies) as w(round, agency, participates, adequacy,
                    total, total_error, total_low, total_high, spread, level, left_out, instruments, indicators, due,
                    body)
                where s.round = w.round and s.agency = w.agency
                """);
        return bind(update, standings.stream().map(Standing::unit).toList())
                .bind("told", told)
                .bind("participates", column(standings, Standing::participates, new Boolean[0]))
                .bind("adequacies", texts(standings, score -> score.adequacy().code()))
                .bind("totals", totals(standings, Estimate::score))
                .bind("errors", totals(standings, Estimate::standardError))
                .bind("lows", totals(standings, total -> bound(total, 0)))
                .bind("highs", totals(standings, total -> bound(total, 1)))
                .bind("spreads", texts(standings, ScoreStore::spread))
                .bind("levels", texts(standings, ScoreStore::level))
                .bind("leftOut", texts(standings, LeftOut::of))
                .bind("instruments", column(standings, each -> numbers(each, Score::shownInstruments), new String[0]))
                .bind("indicators", column(standings, each -> numbers(each, Score::shownIndicators), new String[0]))
                .bind("dues", column(standings, Standing::due, new Instant[0]))
                .bind("bodies", texts(standings, ScoreText::write))
                .then();
    }

    private static <T> T[] column(List<Standing> standings, Function<Standing, @Nullable T> value, T[] type) {
        return standings.stream().map(value).toList().toArray(type);
    }

    private static String[] texts(List<Standing> standings, Function<Score, @Nullable String> value) {
        return column(standings, each -> each.score() == null ? null : value.apply(each.score()), new String[0]);
    }

    private static BigDecimal[] totals(List<Standing> standings, Function<Estimate, @Nullable BigDecimal> value) {
        return column(standings, each -> total(each, value), new BigDecimal[0]);
    }

    private static @Nullable BigDecimal total(Standing standing, Function<Estimate, @Nullable BigDecimal> value) {
        var score = standing.score();
        return score == null || score.total() == null ? null : value.apply(score.total());
    }

    private static @Nullable BigDecimal bound(Estimate total, int end) {
        var interval = total.interval();
        return interval == null ? null : interval.get(end);
    }

    private static @Nullable String spread(Score score) {
        return score.total() == null ? null : score.total().spread().code();
    }

    private static @Nullable String level(Score score) {
        return score.level() == null ? null : score.level().code();
    }

    private static String numbers(Standing standing, Function<Score, Map<String, BigDecimal>> shown) {
        return standing.score() == null ? "{}" : ScoreText.MAPPER.writeValueAsString(shown.apply(standing.score()));
    }

    /** Units whose score changes by itself now, a few at a time. */
    Mono<List<Unit>> due(Instant now, int limit) {
        return sql.sql("select round, agency from score where due <= :now order by due limit :limit")
                .bind("now", now)
                .bind("limit", limit)
                .map(ScoreStore::unit)
                .all()
                .collectList();
    }

    Mono<Found> find(Unit unit) {
        return sql.sql("""
                        select r.round is not null as round_known, a.agency is not null as agency_known,
                            coalesce(s.participates, false) as participates,
                            case when not coalesce(s.participates, false) then r.state end as state, s.body, s.changed_at,
                            s.due
                        from (select cast(:round as text) as round, cast(:agency as text) as agency) w
                        left join round r using (round) left join agency a using (agency)
                        left join score s using (round, agency)
                        """)
                .bind("round", unit.round())
                .bind("agency", unit.agency())
                .map(row -> new Found(
                        unit,
                        flag(row, "round_known"),
                        flag(row, "agency_known"),
                        flag(row, "participates"),
                        lead(row.get("state", String.class), unit),
                        row.get("body", String.class),
                        row.get("changed_at", Instant.class),
                        row.get("due", Instant.class)))
                .one();
    }

    private static @Nullable String lead(@Nullable String state, Unit unit) {
        return state == null
                ? null
                : EventJson.MAPPER
                        .readValue(state, RoundState.class)
                        .lead(unit.agency())
                        .orElse(null);
    }

    static DatabaseClient.GenericExecuteSpec bind(DatabaseClient.GenericExecuteSpec query, List<Unit> units) {
        return query.bind("rounds", units.stream().map(Unit::round).toArray(String[]::new))
                .bind("agencies", units.stream().map(Unit::agency).toArray(String[]::new));
    }

    static Unit unit(Readable row) {
        return new Unit(
                Objects.requireNonNull(row.get("round", String.class)),
                Objects.requireNonNull(row.get("agency", String.class)));
    }

    private static boolean flag(Readable row, String column) {
        return Boolean.TRUE.equals(row.get(column, Boolean.class));
    }
}
