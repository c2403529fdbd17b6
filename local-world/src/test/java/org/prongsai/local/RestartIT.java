package org.prongsai.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was written is there after a stop, and after a kill. */
@Tag("slow")
class RestartIT {

    @TempDir
    Path data;

    @Test
    void postgresKeepsRowsAndPasswordsAcrossAStop() throws SQLException {
        var port = TestWorld.freePort();
        try (var first = new PostgresServer(data, port).start()) {
            assertThatThrownBy(() -> new PostgresServer(data, TestWorld.freePort()).start())
                    .hasMessageContaining("already in use by process");
            write(first);
        }
        try (var second = new PostgresServer(data, port).start()) {
            assertThat(count(second)).isEqualTo(1);
        }
    }

    @Test
    void postgresThatAKilledRunLeftBehindIsStoppedAndItsRowsAreThere() throws Exception {
        var port = TestWorld.freePort();
        var killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWorld.class.getName(),
                        data.toString(),
                        String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(killed.waitFor()).isEqualTo(KilledWorld.STATUS);
        assertThat(PostmasterReader.of(data.resolve("postgres"))).isPresent();
        try (var next = new PostgresServer(data, port).start()) {
            write(next);
            assertThat(count(next)).isEqualTo(1);
        }
    }

    @Test
    void lostAndEmptiedPasswordFilesAreReplaced() throws Exception {
        var port = TestWorld.freePort();
        new PostgresServer(data, port).start().close();
        var secrets = data.resolve("secrets/scoring-service");
        Files.delete(secrets.resolve("prongsai.database.scoring.owner-password"));
        var emptied = Files.writeString(secrets.resolve("prongsai.database.scoring.password"), "\n");
        try (var second = new PostgresServer(data, port).start()) {
            write(second);
            assertThat(count(second)).isEqualTo(1);
            assertThat(emptied).content().isNotBlank();
        }
    }

    @Test
    void aChangedSuperuserPasswordIsSaidWithTheWayOut() throws IOException {
        var postgres = new PostgresServer(data, TestWorld.freePort());
        postgres.start().close();
        var file = Files.writeString(data.resolve("secrets/local-world/postgres.password"), "guess");
        assertThatThrownBy(postgres::start)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("--fresh");
        assertThat(postgres.isRunning()).isFalse();
    }

    @Test
    void aServerThatCannotStartIsQuoted() throws IOException {
        var postgres = new PostgresServer(data, TestWorld.freePort());
        postgres.start().close();
        Files.writeString(
                data.resolve("postgres/postmaster.pid"),
                ProcessHandle.current().parent().orElseThrow().pid() + "\n" + data + "\n1\n");
        assertThatThrownBy(postgres::start)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("postgres.log")
                .hasMessageContaining("lock file \"postmaster.pid\" already exists");
    }

    @Test
    void aServerThatDiesIsToldAndOneThatIsStoppedIsNot() throws Exception {
        var told = new LinkedBlockingQueue<String>();
        try (var postgres = new PostgresServer(data, TestWorld.freePort())) {
            postgres.start().onLoss(told::add);
            postgres.stop();
            postgres.start();
            assertThat(told).isEmpty();
            server().destroyForcibly();
            assertThat(told.poll(30, TimeUnit.SECONDS)).contains("nobody asked").contains("postgres.log");
        }
    }

    @Test
    void kafkaKeepsRecordsAcrossAStopInTheSameProcess() throws Exception {
        var kafka = new KafkaServer(data, TestWorld.freePort(), TestWorld.freePort()).start();
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka.bootstrap()))) {
            admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1)))
                    .all()
                    .get();
        }
        send(kafka, "one");
        kafka.stop();
        assertThat(kafka.isRunning()).isFalse();
        kafka.start();
        send(kafka, "two");
        assertThat(read(kafka, 2)).containsExactly("one", "two");
        kafka.stop();
    }

    private ProcessHandle server() {
        return PostmasterReader.of(data.resolve("postgres")).orElseThrow().process();
    }

    private static void write(PostgresServer postgres) throws SQLException {
        try (var connection = owner(postgres);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept (id int); INSERT INTO kept VALUES (1)");
        }
    }

    private static int count(PostgresServer postgres) throws SQLException {
        try (var connection = owner(postgres);
                var rows = connection.createStatement().executeQuery("SELECT count(*) FROM kept")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static Connection owner(PostgresServer postgres) throws SQLException {
        return DriverManager.getConnection(
                postgres.jdbcUrl("scoring"), "scoring_owner", postgres.ownerPassword("scoring"));
    }

    private static void send(KafkaServer kafka, String value) throws Exception {
        var settings = Map.<String, Object>of("bootstrap.servers", kafka.bootstrap(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("kept", value)).get();
        }
    }

    private static List<String> read(KafkaServer kafka, int wanted) {
        var settings = Map.<String, Object>of("bootstrap.servers", kafka.bootstrap(), "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition("kept", 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var values = new java.util.ArrayList<String>();
            while (values.size() < wanted) {
                consumer.poll(Duration.ofSeconds(5)).forEach(record -> values.add(record.value()));
            }
            return values;
        }
    }
}
