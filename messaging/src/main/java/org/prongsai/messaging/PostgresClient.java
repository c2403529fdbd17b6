package org.prongsai.messaging;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.pool.PoolMetrics;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.prongsai.messaging.PostgresSettings.Login;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import reactor.core.publisher.Mono;

/** One database of a service: its statements and its transactions, as the runtime role. */
public final class PostgresClient implements AutoCloseable {

    /**
     * Otherwise Postgres keeps the session of a host that died for two hours: its locks, the relay's among them, and its
     * open transaction, which holds back every outbox of the cluster. Seconds, and milliseconds for the transaction.
     */
    private static final Map<String, String> SESSION = Map.of(
            "tcp_keepalives_idle", "60",
            "tcp_keepalives_interval", "10",
            "tcp_keepalives_count", "3",
            "idle_in_transaction_session_timeout", "60000");

    private final String name;
    private final PostgresqlConnectionFactory connections;
    private final ConnectionPool pool;
    private final DatabaseClient sql;
    private final TransactionalOperator transaction;

    private PostgresClient(String name, PostgresqlConnectionFactory connections, ConnectionPool pool) {
        this.name = name;
        this.connections = connections;
        this.pool = pool;
        this.sql = DatabaseClient.create(pool);
        this.transaction = TransactionalOperator.create(new R2dbcTransactionManager(pool));
    }

    /** Migrates the database as its owner, then opens a pool as its runtime role. */
    public static PostgresClient open(PostgresSettings settings, String name) {
        return open(settings, name, SESSION, "classpath:db/messaging", "classpath:db/web", "classpath:db/" + name);
    }

    /**
     * As {@link #open}, without audit rows: nothing in this database says who did something, or when. Its statements take
     * an index wherever there is one: they are planned while tables are empty, and the plans are kept while these fill.
     */
    public static PostgresClient openNameless(PostgresSettings settings, String name) {
        var session = new HashMap<>(SESSION);
        session.put("enable_seqscan", "off");
        return open(settings, name, session, "classpath:db/messaging", "classpath:db/" + name);
    }

    private static PostgresClient open(
            PostgresSettings settings, String name, Map<String, String> session, String... migrations) {
        migrate(settings, name, settings.login(name), migrations);
        return join(settings, name, name, settings.login(name).password(), session);
    }

    /** For a command beside the service that has migrated the database: as its runtime role, without migrating. */
    public static PostgresClient join(PostgresSettings settings, String name) {
        return join(settings, name, name, settings.login(name).password(), SESSION);
    }

    /** The same as the owner of the tables, who may delete. */
    public static PostgresClient joinAsOwner(PostgresSettings settings, String name) {
        return join(settings, name, name + "_owner", settings.login(name).ownerPassword(), SESSION);
    }

    private static PostgresClient join(
            PostgresSettings settings, String name, String role, String password, Map<String, String> session) {
        var place = PostgresqlConnectionConfiguration.builder()
                .host(settings.host(name))
                .port(settings.port(name))
                .sslMode(settings.ssl())
                .database(name)
                .username(role)
                .password(password)
                .applicationName("prongsai-" + name)
                .connectTimeout(Duration.ofSeconds(5))
                .statementTimeout(Duration.ofSeconds(30))
                .tcpKeepAlive(true)
                .options(session);
        settings.trusted().ifPresent(place::sslRootCert);
        var connections = new PostgresqlConnectionFactory(place.build());
        return new PostgresClient(
                name,
                connections,
                new ConnectionPool(ConnectionPoolConfiguration.builder(connections)
                        .name(name)
                        .initialSize(1)
                        .maxSize(settings.login(name).pool())
                        .maxAcquireTime(Duration.ofSeconds(5))
                        .maxIdleTime(Duration.ofMinutes(10))
                        .validationQuery("SELECT 1")
                        .build()));
    }

    private static void migrate(PostgresSettings settings, String name, Login login, String... migrations) {
        Flyway.configure()
                .dataSource(settings.jdbcUrl(name), name + "_owner", login.ownerPassword())
                .locations(migrations)
                .placeholders(Map.of("runtime", name))
                .connectRetries(30)
                .connectRetriesInterval(2)
                .load()
                .migrate();
    }

    public String name() {
        return name;
    }

    /** Whether it answers, within two seconds. */
    Mono<Void> ping() {
        return sql.sql("select 1").then().timeout(Duration.ofSeconds(2));
    }

    PoolMetrics connections() {
        return pool.getMetrics().orElseThrow();
    }

    public DatabaseClient sql() {
        return sql;
    }

    /**
     * Everything in {@code work} commits together or not at all, whether or not the one who asked still waits: to leave
     * does not undo what was begun. A transaction that is given up while another database's goes on inside it would lose
     * its way to the rollback, and keep its locks and its connection for ever.
     */
    public <T> Mono<T> inTransaction(Mono<T> work) {
        // As a signal, because a failure that nobody waits for any more would be logged with all that it says.
        return Mono.deferContextual(context -> Mono.fromFuture(
                        () -> transaction
                                .transactional(work)
                                .materialize()
                                .contextWrite(context)
                                .toFuture(),
                        true))
                .dematerialize();
    }

    /** Everything that {@code work} reads is of one moment, however long it takes; it can write nothing. */
    public <T> Mono<T> inSnapshot(Mono<T> work) {
        var snapshot = new DefaultTransactionDefinition();
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
        return TransactionalOperator.create(new R2dbcTransactionManager(pool), snapshot)
                .transactional(work);
    }

    /** In a transaction whose next statements go through a whole table: each may take ten minutes, and not half a one. */
    public static Mono<Void> patience(DatabaseClient sql) {
        return sql.sql("set local statement_timeout = '10min'").then();
    }

    /** A connection outside the pool, for locks that live as long as the connection. */
    Mono<? extends Connection> connect() {
        return connections.create();
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
