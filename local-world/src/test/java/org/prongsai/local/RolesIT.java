package org.prongsai.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shared world gives each role exactly its own database, and nothing is kept in memory only. */
class RolesIT {

    private final PostgresServer postgres = TestWorld.get().postgres();

    @ParameterizedTest
    @MethodSource("databases")
    void theRuntimeRoleCannotDefineAnything(String database) throws SQLException {
        try (var connection = runtime(database, database)) {
            assertThatThrownBy(() -> execute(connection, "CREATE TABLE theirs (id int)"))
                    .hasMessageContaining("permission denied for schema public");
            assertThatThrownBy(() -> execute(connection, "CREATE TEMP TABLE theirs (id int)"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> execute(connection, "CREATE SCHEMA theirs"))
                    .hasMessageContaining("permission denied");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void nobodyConnectsToAnothersDatabase(String database) {
        Stream.concat(databases(), Stream.of("postgres", "template1"))
                .filter(other -> !other.equals(database))
                .forEach(other -> {
                    assertThatThrownBy(() -> runtime(other, database))
                            .hasMessageContaining("permission denied for database");
                    assertThatThrownBy(() -> owner(other, database))
                            .hasMessageContaining("permission denied for database");
                });
    }

    @ParameterizedTest
    @MethodSource("databases")
    void theOwnerMigratesButIsNoSuperuser(String database) throws SQLException {
        try (var connection = owner(database, database)) {
            execute(connection, "CREATE TABLE mine (id int); DROP TABLE mine");
            execute(connection, "CREATE EXTENSION pg_trgm; DROP EXTENSION pg_trgm");
            assertThat(show(connection, "is_superuser")).isEqualTo("off");
            assertThatThrownBy(() -> execute(connection, "CREATE ROLE intruder"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void aWrongPasswordIsRefused() {
        assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl("scoring"), "scoring", "guess"))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void aCommitIsOnDisk() throws SQLException {
        try (var connection = runtime("responses", "responses")) {
            assertThat(Stream.of("fsync", "synchronous_commit", "full_page_writes"))
                    .allSatisfy(setting -> assertThat(show(connection, setting)).isEqualTo("on"));
            assertThat(show(connection, "password_encryption")).isEqualTo("scram-sha-256");
            assertThat(show(connection, "server_encoding")).isEqualTo("UTF8");
            assertThat(one(connection, "SELECT datctype FROM pg_database WHERE datname = current_database()"))
                    .isEqualTo("C.UTF-8");
            assertThat(show(connection, "listen_addresses")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void theServersLogHasNoKeyBesideAMoment() throws SQLException {
        try (var connection = runtime("responses", "responses")) {
            assertThat(show(connection, "log_error_verbosity")).isEqualTo("terse");
        }
    }

    @Test
    void whatTheLogOfTheDatabasesHeldIsGoneWithItsSegment() throws Exception {
        String mark = UUID.randomUUID().toString();
        try (var connection = superuser()) {
            assertThat(show(connection, "archive_timeout")).isEqualTo("1h");
            execute(connection, "CREATE TABLE seen AS SELECT '" + mark + "' AS mark");
            assertThat(segmentsWith(mark, connection)).isPositive();
            execute(connection, "DROP TABLE seen");
            execute(connection, "SELECT pg_switch_wal()");
            execute(connection, "CHECKPOINT");
            assertThat(segmentsWith(mark, connection)).isZero();
        }
    }

    private static long segmentsWith(String mark, Connection connection) throws Exception {
        try (var files = Files.list(Path.of(show(connection, "data_directory"), "pg_wal"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> holds(file, mark))
                    .count();
        }
    }

    private static boolean holds(Path file, String mark) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(mark);
        } catch (NoSuchFileException deleted) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aServiceSeesItsOwnSecretsOnly() throws Exception {
        var folder = TestWorld.get().secretsOf("scoring-service");
        try (var files = Files.list(folder)) {
            var secrets = files.toList();
            assertThat(secrets)
                    .extracting(file -> file.getFileName().toString())
                    .containsExactlyInAnyOrder(
                            "prongsai.database.scoring.password", "prongsai.database.scoring.owner-password");
            assertThat(secrets)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    void kafkaFlushesEveryRecordAndCreatesNoTopicByItself() throws Exception {
        try (var admin = Admin.create(
                Map.<String, Object>of("bootstrap.servers", TestWorld.get().kafkaBootstrap()))) {
            admin.createTopics(List.of(new NewTopic("world.test", 3, (short) 1)))
                    .all()
                    .get();
            assertThat(admin.listTopics().names().get()).contains("world.test");
        }
        assertThat(TestWorld.get().kafka().settings())
                .containsEntry("log.flush.interval.messages", "1")
                .containsEntry("auto.create.topics.enable", "false");
    }

    private static Stream<String> databases() {
        return DatabasePlan.BY_SERVICE.values().stream().flatMap(List::stream);
    }

    private Connection runtime(String database, String role) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(database), role, postgres.runtimePassword(role));
    }

    private Connection owner(String database, String role) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(database), role + "_owner", postgres.ownerPassword(role));
    }

    private Connection superuser() throws SQLException, IOException {
        var password = Files.readString(TestWorld.get().secretsOf("local-world").resolve(PostgresServer.SUPERUSER_KEY));
        return DriverManager.getConnection(postgres.jdbcUrl("postgres"), PostgresServer.SUPERUSER, password.strip());
    }

    private static String show(Connection connection, String setting) throws SQLException {
        return one(connection, "SHOW " + setting);
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
