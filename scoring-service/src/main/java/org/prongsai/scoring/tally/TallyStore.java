package org.prongsai.scoring.tally;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.prongsai.messaging.PostgresClient;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The tallies of all units, one row for each part of a survey. */
@Component
public class TallyStore {

    private static final int ROWS = 200;

    private final DatabaseClient sql;

    public TallyStore(PostgresClient database) {
        this.sql = database.sql();
    }

    /** Those that are there, held until the transaction ends. */
    Mono<List<KeptTally>> hold(List<TallyKey> keys) {
        var query = sql.sql("""
                select t.* from tally t join unnest(:rounds, :agencies, :instruments, :parts)
                    as w(round, agency, instrument, part) using (round, agency, instrument, part)
                order by t.round, t.agency, t.instrument, t.part for update of t
                """);
        return bind(query, keys).map(TallyStore::kept).all().collectList();
    }

    /**
     * Every tally, by round and then in the order of its public lines, read as they are taken.
     *
     * @param round the only one, or null for all
     */
    public Flux<KeptTally> all(@Nullable String round) {
        return sql.sql("""
                        select * from tally where :all or round = :round
                        order by round collate "C", (agency || ',' || instrument || ',' || part || ',') collate "C"
                        """)
                .bind("all", round == null)
                .bind("round", round == null ? "" : round)
                .filter(statement -> statement.fetchSize(ROWS))
                .map(TallyStore::kept)
                .all();
    }

    public Mono<Void> save(List<KeptTally> tallies) {
        if (tallies.isEmpty()) return Mono.empty();
        var insert = sql.sql("""
                insert into tally (round, agency, instrument, part, framework, responses, body)
                select * from unnest(:rounds, :agencies, :instruments, :parts, :frameworks, :responses, :bodies)
                    as w(round, agency, instrument, part, framework, responses, body)
                order by round, agency, instrument, part
                on conflict (round, agency, instrument, part)
                do update set responses = excluded.responses, body = excluded.body
                """);
        return bind(insert, tallies.stream().map(KeptTally::key).toList())
                .bind("frameworks", texts(tallies, KeptTally::framework))
                .bind("responses", tallies.stream().map(KeptTally::responses).toArray(Long[]::new))
                .bind("bodies", texts(tallies, KeptTally::body))
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

    private static KeptTally kept(Readable row) {
        return new KeptTally(
                new TallyKey(text(row, "round"), text(row, "agency"), text(row, "instrument"), text(row, "part")),
                text(row, "framework"),
                Objects.requireNonNull(row.get("responses", Long.class)),
                text(row, "body"));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
