package org.prongsai.scoring.score;

import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.prongsai.contracts.EventJson;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.messaging.PostgresClient;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/** One row for each unit, which is also the lock of all who change what its score rests on. */
@Component
public class ScoreStore {

    /** The units that were bound, as a table {@code w(round, agency)}. */
    static final String WANTED = "unnest(:rounds, :agencies) as w(round, agency)";

    private static final int ROWS = 200;

    /** Like no numbers of any score, so that they are written anew. */
    private static final Map<String, BigDecimal> DAMAGED = Map.of("", BigDecimal.ZERO);

    private static final TypeReference<Map<String, BigDecimal>> NUMBERS = new TypeReference<>() {};

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
                        select * from score where :all or round = :round
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
                unit(row),
                flag(row, "participates"),
                row.get("body", String.class),
                columns(row),
                row.get("due", Instant.class),
                row.get("ended", Instant.class));
    }

    private static Columns columns(Readable row) {
        return new Columns(
                row.get("adequacy", String.class),
                row.get("total", BigDecimal.class),
                row.get("total_error", BigDecimal.class),
                row.get("total_low", BigDecimal.class),
                row.get("total_high", BigDecimal.class),
                row.get("spread", String.class),
                row.get("level", String.class),
                row.get("left_out", String.class),
                numbers(row.get("instruments", String.class)),
                numbers(row.get("indicators", String.class)),
                row.get("hidden", String.class));
    }

    private static Map<String, BigDecimal> numbers(@Nullable String json) {
        try {
            return json == null ? Map.of() : ScoreText.MAPPER.readValue(json, NUMBERS);
        } catch (JacksonException damaged) {
            return DAMAGED;
        }
    }

    Mono<Void> save(List<Standing> standings, Instant told) {
        if (standings.isEmpty()) return Mono.empty();
        var update = sql.sql("""
                update score s set participates = w.participates, adequacy = w.adequacy, total = w.total,
                    total_error = w.total_error, total_low = w.total_low, total_high = w.total_high, spread = w.spread,
                    level = w.level, left_out = w.left_out, instruments = w.instruments::jsonb,
                    indicators = w.indicators::jsonb, hidden = w.hidden, due = w.due, ended = w.ended, body = w.body,
                    changed_at = case when s.body is distinct from w.body then :told else s.changed_at end
                from unnest(:rounds, :agencies, :participates, :adequacies, :totals, :errors, :lows, :highs, :spreads,
                    :levels, :leftOut, :instruments, :indicators, :hidden, :dues, :ends, :bodies) as w(round, agency,
                    participates, adequacy, total, total_error, total_low, total_high, spread, level, left_out,
                    instruments, indicators, hidden, due, ended, body)
                where s.round = w.round and s.agency = w.agency
                """);
        var columns = standings.stream().map(each -> Columns.of(each.score())).toList();
        return bind(update, standings.stream().map(Standing::unit).toList())
                .bind("told", told)
                .bind("participates", array(standings, Standing::participates, new Boolean[0]))
                .bind("adequacies", array(columns, Columns::adequacy, new String[0]))
                .bind("totals", array(columns, Columns::total, new BigDecimal[0]))
                .bind("errors", array(columns, Columns::error, new BigDecimal[0]))
                .bind("lows", array(columns, Columns::low, new BigDecimal[0]))
                .bind("highs", array(columns, Columns::high, new BigDecimal[0]))
                .bind("spreads", array(columns, Columns::spread, new String[0]))
                .bind("levels", array(columns, Columns::level, new String[0]))
                .bind("leftOut", array(columns, Columns::leftOut, new String[0]))
                .bind("instruments", array(columns, each -> json(each.instruments()), new String[0]))
                .bind("indicators", array(columns, each -> json(each.indicators()), new String[0]))
                .bind("hidden", array(columns, Columns::hidden, new String[0]))
                .bind("dues", array(standings, Standing::due, new Instant[0]))
                .bind("ends", array(standings, Standing::ended, new Instant[0]))
                .bind("bodies", array(standings, each -> ScoreText.write(each.score()), new String[0]))
                .then();
    }

    private static <R, T> T[] array(List<R> rows, Function<R, @Nullable T> value, T[] type) {
        return rows.stream().map(value).toList().toArray(type);
    }

    private static String json(Map<String, BigDecimal> numbers) {
        return ScoreText.MAPPER.writeValueAsString(numbers);
    }

    /** Units whose score changes by itself now, in order: a window ended, or a clock that was ahead went back. */
    Mono<List<Unit>> due(Instant now, Unit behind, int limit) {
        return sql.sql("""
                        with due as materialized (
                            select round, agency from score where due <= :now
                            union select round, agency from score where ended > :now
                        )
                        select round, agency from due where (round, agency) > (:round, :agency)
                        order by round, agency limit :limit
                        """)
                .bind("now", now)
                .bind("round", behind.round())
                .bind("agency", behind.agency())
                .bind("limit", limit)
                .map(ScoreStore::unit)
                .all()
                .collectList();
    }

    /** The first end of a window that no score knows of by now. */
    Mono<Optional<Instant>> dueSince(Instant now) {
        return sql.sql("select min(due) as due from score where due <= :now")
                .bind("now", now)
                .map(row -> Optional.ofNullable(row.get("due", Instant.class)))
                .one();
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
