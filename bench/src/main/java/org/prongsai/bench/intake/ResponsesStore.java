package org.prongsai.bench.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.LongConsumer;
import org.prongsai.bench.stage.DatabaseSettings;

/** The database of answers, past the service; every statement of the bench that knows its tables stands here. */
final class ResponsesStore implements AutoCloseable {

    private static final String STORED = "select count(*) from response join pool using (pool) where round = ?";
    private static final String RELEASED = STORED + " and not waiting";
    private static final String POOLS = "select array_agg(pool)::text from pool where round = ?";

    private static final String FILL = """
            insert into response (pool, answers, token_hash, waiting)
            select (cast(? as bigint[]))[1 + n %% array_length(cast(? as bigint[]), 1)], ?::jsonb,
                substring(sha256(uuid_send(gen_random_uuid())) from 1 for 16), true
            from generate_series(1, %d) n
            """;

    private static final String INSERT = """
            insert into response (pool, answers, token_hash, waiting)
            values ((cast('%1$s' as bigint[]))[1 + floor(random() * array_length(cast('%1$s' as bigint[]), 1))::int],
                '%2$s', substring(sha256(uuid_send(gen_random_uuid())) from 1 for 16), true)
            """;

    private static final int PORTION = 50_000;

    private final DatabaseSettings access;
    private final Connection owner;

    private ResponsesStore(DatabaseSettings access, Connection owner) {
        this.access = access;
        this.owner = owner;
    }

    static ResponsesStore open(DatabaseSettings access) throws SQLException {
        return new ResponsesStore(access, access.owner());
    }

    DatabaseSettings access() {
        return access;
    }

    /** Answers of a round, waiting or released. */
    long stored(String round) throws SQLException {
        return Long.parseLong(text(STORED, round));
    }

    long released(String round) throws SQLException {
        return Long.parseLong(text(RELEASED, round));
    }

    /**
     * Lays so many waiting answers into the pools of a round that holds some already, and cleans up as the server does
     * after so many at once; not analyzed, as it would do later.
     */
    void fill(String round, String answers, int rows, LongConsumer during) throws SQLException {
        String pools = text(POOLS, round);
        for (int done = 0; done < rows; done += PORTION) {
            try (var statement = owner.prepareStatement(FILL.formatted(Math.min(PORTION, rows - done)))) {
                statement.setString(1, pools);
                statement.setString(2, pools);
                statement.setString(3, answers);
                statement.executeUpdate();
            }
            during.accept(done);
        }
        execute("vacuum response");
    }

    void empty() throws SQLException {
        execute("truncate response");
    }

    /** One row as the intake writes it, into any pool of a round: complete text, to be run again and again. */
    String insert(String round, String answers) throws SQLException {
        return INSERT.formatted(text(POOLS, round), answers);
    }

    /** How often a connection can run this statement until the time is over. */
    static long repeat(DatabaseSettings access, String sql, Duration lasts) {
        long end = System.nanoTime() + lasts.toNanos();
        try (var connection = access.runtime();
                var statement = connection.prepareStatement(sql)) {
            return repeat(statement, end);
        } catch (SQLException e) {
            throw new IllegalStateException("rows cannot be inserted: " + e.getMessage(), e);
        }
    }

    private static long repeat(PreparedStatement statement, long end) throws SQLException {
        long times = 0;
        while (System.nanoTime() < end) {
            times += statement.executeUpdate();
        }
        return times;
    }

    private void execute(String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String sql, String round) throws SQLException {
        try (var statement = owner.prepareStatement(sql)) {
            statement.setString(1, round);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return String.valueOf(rows.getString(1));
            }
        }
    }

    @Override
    public void close() throws SQLException {
        owner.close();
    }
}
