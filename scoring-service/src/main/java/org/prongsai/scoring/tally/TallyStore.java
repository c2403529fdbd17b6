package org.prongsai.scoring.tally;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.prongsai.messaging.PostgresClient;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The tallies of all units, one row for each part of a survey. */
@Component
class TallyStore {

    private final DatabaseClient sql;

    TallyStore(PostgresClient database) {
        this.sql = database.sql();
    }

    /** Those that are there, held until the transaction ends. */
    Mono<List<Kept>> hold(List<TallyKey> keys) {
        var query = sql.sql("""
                select t.* from tally t join unnest(:rounds, :agencies, :instruments, :parts)
                    as w(round, agency, instrument, part) using (round, agency, instrument, part)
                order by t.round, t.agency, t.instrument, t.part for update of t
                """);
        return bind(query, keys).map(TallyStore::kept).all().collectList();
    }

    Mono<Void> save(List<Kept> tallies) {
        if (tallies.isEmpty()) return Mono.empty();
        var insert = sql.sql("""
                insert into tally (round, agency, instrument, part, framework, responses, body)
                select * from unnest(:rounds, :agencies, :instruments, :parts, :frameworks, :responses, :bodies)
                    as w(round, agency, instrument, part, framework, responses, body)
                order by round, agency, instrument, part
                on conflict (round, agency, instrument, part)
                do update set responses = excluded.responses, body = excluded.body
                """);
        return bind(insert, tallies.stream().map(Kept::key).toList())
                .bind("frameworks", texts(tallies, Kept::framework))
                .bind("responses", tallies.stream().map(Kept::responses).toArray(Long[]::new))
                .bind("bodies", texts(tallies, Kept::body))
                .then();
    }

    private static DatabaseClient.GenericExecuteSpec bind(
            DatabaseClient.GenericExecuteSpec query, List<TallyKey> keys) {
        return query.bind("rounds", texts(keys, TallyKey::round))
                .bind("agencies", texts(keys, TallyKey::agency))
                .bind("instruments", texts(keys, TallyKey::instrument))
                .bind("parts", texts(keys, TallyKey::part));
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static Kept kept(Readable row) {
        return new Kept(
                new TallyKey(text(row, "round"), text(row, "agency"), text(row, "instrument"), text(row, "part")),
                text(row, "framework"),
                Objects.requireNonNull(row.get("responses", Long.class)),
                text(row, "body"));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
