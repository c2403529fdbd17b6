package org.prongsai.web;

import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.prongsai.local.TestWorld;
import org.springframework.core.io.ClassPathResource;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** A real Postgres with our migrations, met as the runtime role that does not own its tables. */
public final class TestDatabase implements AutoCloseable {
    private static final String NAME = "disclosure";

    public final DatabaseClient client;
    final TransactionalOperator transaction;

    public TestDatabase() throws IOException, SQLException {
        run("drop table if exists audit, idempotency");
        for (var migration : new String[] {"V0002__audit.sql", "V0003__idempotency.sql"}) {
            run(new ClassPathResource("db/web/" + migration)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .replace("${runtime}", NAME));
        }
        var address = TestWorld.get().postgresAddress().split(":");
        var factory = new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                .host(address[0])
                .port(Integer.parseInt(address[1]))
                .username(NAME)
                .password(TestWorld.get().postgres().runtimePassword(NAME))
                .database(NAME)
                .build());
        client = DatabaseClient.create(factory);
        transaction = TransactionalOperator.create(new R2dbcTransactionManager(factory));
    }

    /** As the owner of the tables, which the service never is. */
    public static void run(String sql) throws SQLException {
        var postgres = TestWorld.get().postgres();
        try (var connection = DriverManager.getConnection(
                        postgres.jdbcUrl(NAME), NAME + "_owner", postgres.ownerPassword(NAME));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        // The shared Postgres goes with the JVM.
    }
}
