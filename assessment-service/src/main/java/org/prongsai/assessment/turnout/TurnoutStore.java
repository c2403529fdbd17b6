package org.prongsai.assessment.turnout;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.pool.Place;
import org.prongsai.messaging.PostgresClient;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Counts answers as they come in, waiting or released, each token once in its pool. */
@Component
class TurnoutStore {

    // A waiting answer of a token that is counted already replaces that answer and adds none. While a pool waits for
    // the close none is counted, so that its many are not looked at one by one.
    private static final String ANSWERED = """
            (select case when c.n = 0
                then (select count(*) from response w where w.waiting and w.pool = p.pool and w.pool > 0)
                else c.n + (select count(*) from response w
                    where w.waiting and w.pool = p.pool and w.pool > 0 and (
                        select t.id from response t
                        where not t.waiting and t.pool = w.pool and t.token_hash = w.token_hash) is null)
                end
            from (select count(*) as n from response c
                where not c.waiting and c.pool = p.pool and c.pool > 0) c)::int""";

    static final String COUNTS = """
            select d.taken, c.* from (select max(taken) as taken from turnout_day) d left join (
                select p.agency, p.instrument, p.part, %s as by_now, coalesce((
                    select t.responses from turnout t where t.pool = p.pool order by t.day desc limit 1), 0) as by_morning
                from pool p where p.round = :round and p.agency = any(:agencies)) c on true
            """.formatted(ANSWERED);

    // Whoever comes second waits for the first at the day, finds it there, and writes nothing. A drained pool changes
    // no more, but a file of synthetic answers may still come in, so that it is counted until the day after.
    static final String TAKE = """
            with morning as (
                insert into turnout_day (day, taken) values (:day, :taken) on conflict do nothing returning day
            )
            insert into turnout (pool, day, responses, drained)
            select p.pool, m.day, %s, p.drained from morning m cross join pool p
            where not p.drained or (select count(*) from turnout t where t.pool = p.pool and t.drained) < 2
            """.formatted(ANSWERED);

    private final PostgresClient database;

    TurnoutStore(@Qualifier("responses") PostgresClient database) {
        this.database = database;
    }

    /** Of these units of a round. */
    Mono<Counts> counts(String round, Collection<String> agencies, Instant now) {
        return database.sql()
                .sql(COUNTS)
                .bind("round", round)
                .bind("agencies", agencies.toArray(String[]::new))
                .map(row -> new Row(row.get("taken", Instant.class), place(round, row), count(row)))
                .all()
                .collectList()
                .map(rows -> counts(now, rows));
    }

    /** One place, or none where nothing was counted. */
    private record Row(@Nullable Instant taken, @Nullable Place place, Counts.Count count) {}

    private static Counts counts(Instant now, List<Row> rows) {
        Map<Place, Counts.Count> places = HashMap.newHashMap(rows.size());
        for (var row : rows) if (row.place() != null) places.put(row.place(), row.count());
        return new Counts(now, rows.getFirst().taken(), places);
    }

    private static @Nullable Place place(String round, Readable row) {
        var agency = row.get("agency", String.class);
        return agency == null ? null : new Place(round, agency, text(row, "instrument"), text(row, "part"));
    }

    private static Counts.Count count(Readable row) {
        return new Counts.Count(number(row, "by_now"), number(row, "by_morning"));
    }

    /** Counts every pool for this day, unless that was done; how many pools it were. */
    Mono<Long> take(LocalDate day, Instant now) {
        // Every answer of every open round is counted here.
        return database.inTransaction(PostgresClient.patience(database.sql())
                .then(database.sql()
                        .sql(TAKE)
                        .bind("day", day)
                        .bind("taken", now)
                        .fetch()
                        .rowsUpdated()));
    }

    /** When it was last counted; empty before the first time. */
    Mono<Instant> taken() {
        return database.sql()
                .sql("select taken from turnout_day order by day desc limit 1")
                .map(row -> Objects.requireNonNull(row.get("taken", Instant.class)))
                .one();
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }

    private static int number(Readable row, String column) {
        return Objects.requireNonNullElse(row.get(column, Integer.class), 0);
    }
}
