package org.prongsai.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.r2dbc.spi.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.dao.DataAccessException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class PostgresIT {

    private static final int OUTER = 5_601_077;
    private static final int INNER = 5_601_078;

    private final PostgresClient database = Post.get().writer;
    private final PostgresClient other = Post.get().reader;

    @Test
    void a_session_whose_host_died_or_that_forgot_its_transaction_ends_within_minutes() {
        String wanted = "60 10 3 1min";
        String shown = "select concat_ws(' ', current_setting('tcp_keepalives_idle'),"
                + " current_setting('tcp_keepalives_interval'), current_setting('tcp_keepalives_count'),"
                + " current_setting('idle_in_transaction_session_timeout'))";
        assertThat(database.sql()
                        .sql(shown)
                        .map(row -> row.get(0, String.class))
                        .one()
                        .block())
                .isEqualTo(wanted);
        Connection alone = Objects.requireNonNull(database.connect().block());
        assertThat(Flux.from(alone.createStatement(shown).execute())
                        .concatMap(r -> r.map((row, meta) -> Objects.requireNonNull(row.get(0, String.class))))
                        .blockFirst())
                .isEqualTo(wanted);
        Flux.from(alone.close()).blockLast();
    }

    @Test
    void a_database_of_another_version_is_refused_with_the_way_out() throws SQLException {
        var settings = Post.settings();
        try (var owner = DriverManager.getConnection(
                        settings.jdbcUrl("scoring"),
                        "scoring_owner",
                        settings.login("scoring").ownerPassword());
                var sql = owner.createStatement()) {
            String shift = "update flyway_schema_history set checksum = checksum %s 1 where checksum is not null";
            sql.execute(shift.formatted("+"));
            try {
                var refused = catchThrowable(() -> PostgresClient.open(settings, "scoring"));
                assertThat(told(new BeanCreationException("responses", refused)))
                        .hasValueSatisfying(action -> assertThat(action).endsWith("./prongsai up --fresh"));
            } finally {
                sql.execute(shift.formatted("-"));
            }
        }
        try (var accepted = PostgresClient.open(settings, "scoring")) {
            assertThat(accepted.name()).isEqualTo("scoring");
        }
    }

    @Test
    void whoever_leaves_while_a_second_database_is_waited_for_keeps_no_lock_of_the_first() {
        Connection holder = Objects.requireNonNull(other.connect().block());
        run(holder, "select pg_advisory_lock(" + INNER + ")");
        for (int i = 0; i < Post.CONNECTIONS; i++) {
            other.inTransaction(lock(other, INNER)).subscribe();
        }
        await().until(() -> sessions(INNER, false) == Post.CONNECTIONS);
        var both = database.inTransaction(lock(database, OUTER).then(other.inTransaction(lock(other, INNER))))
                .subscribe();
        await().until(() -> sessions(OUTER, true) == 1);
        both.dispose();
        run(holder, "select pg_advisory_unlock(" + INNER + ")");
        await().untilAsserted(() -> assertThat(sessions(OUTER, true)).isZero());
        Flux.from(holder.close()).blockLast();
    }

    @Test
    void a_transaction_in_a_transaction_of_the_same_database_is_the_same_one() {
        var id = "select pg_current_xact_id()::text";
        var both = database.inTransaction(
                text(id).concatWith(database.inTransaction(text(id))).distinct().count());
        assertThat(both.block()).isEqualTo(1);
    }

    @Test
    void what_fails_is_told_and_what_is_empty_stays_empty() {
        assertThatThrownBy(() -> database.inTransaction(text("select 1 / 0")).block())
                .isInstanceOf(DataAccessException.class);
        assertThat(database.inTransaction(text("select '' where false")).block())
                .isNull();
    }

    /** What a service that fails to start by this cause tells its operator to do. */
    private static Optional<String> told(Throwable failure) {
        // Some of Spring's own want a context that did not come to be.
        return SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, (type, name, wantsMore) -> {})
                .stream()
                .map(analyzer -> analyzer.analyze(failure))
                .filter(Objects::nonNull)
                .map(FailureAnalysis::getAction)
                .findFirst();
    }

    private Mono<String> text(String sql) {
        return database.sql()
                .sql(sql)
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .one();
    }

    private static Mono<Void> lock(PostgresClient of, int number) {
        return of.sql().sql("select pg_advisory_xact_lock(" + number + ")").then();
    }

    private long sessions(int number, boolean granted) {
        return Objects.requireNonNull(database.sql()
                .sql(
                        "select count(*) from pg_locks where locktype = 'advisory' and objid = :number and granted = :granted")
                .bind("number", number)
                .bind("granted", granted)
                .map(row -> row.get(0, Long.class))
                .one()
                .block());
    }

    private static void run(Connection connection, String sql) {
        Flux.from(connection.createStatement(sql).execute())
                .concatMap(result -> result.map((row, meta) -> true))
                .blockLast();
    }
}
