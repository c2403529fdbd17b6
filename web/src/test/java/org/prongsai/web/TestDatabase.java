package org.prongsai.web;

import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** A real Postgres with our migrations, met as the runtime role that does not own its tables. */
public final class TestDatabase implements AutoCloseable {
    private final EmbeddedPostgres postgres;
    public final DatabaseClient client;
    final TransactionalOperator transaction;

    public TestDatabase() throws IOException, SQLException {
        postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "on").start();
        run("create role svc login");
        for (var migration : new String[] {"V0002__audit.sql", "V0003__idempotency.sql"}) {
            run(new ClassPathResource("db/web/" + migration)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .replace("${runtime}", "svc"));
        }
        var factory = new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                .host("localhost")
                .port(postgres.getPort())
                .username("svc")
                .database("postgres")
                .build());
        client = DatabaseClient.create(factory);
        transaction = TransactionalOperator.create(new R2dbcTransactionManager(factory));
    }

    private void run(String sql) throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
