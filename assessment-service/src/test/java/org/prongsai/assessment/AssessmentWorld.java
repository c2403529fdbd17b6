package org.prongsai.assessment;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.prongsai.contracts.Topic;
import org.prongsai.local.TestMailServer;
import org.prongsai.local.TestTokens;
import org.prongsai.local.TestWorld;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.messaging.PostgresSettings;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;
import org.springframework.scheduling.config.CronTask;
import org.springframework.scheduling.config.ScheduledTask;
import reactor.core.publisher.Mono;

/** The whole service on a real Postgres and a real Kafka, started once for all tests of the JVM. */
public final class AssessmentWorld {
    /** More answers than this in ten minutes are an attack on a unit here; many tests send as many as a real one never gets. */
    public static final int CALM = 400;
    /** So many answers wait for their commit; a real one has room for more. */
    public static final int WAITING = 300;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static @Nullable AssessmentWorld shared;

    private final TestTokens tokens = TestTokens.start();
    private final TestMailServer post = new TestMailServer();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ConfigurableApplicationContext context;

    private final String kafka;

    private AssessmentWorld(String postgres, String kafka, Path secrets) {
        this.kafka = kafka;
        context = new SpringApplicationBuilder(AssessmentApplication.class)
                .properties(Map.of("PRONGSAI_SECRETS", secrets.toString()))
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--prongsai.traffic.calm=" + CALM,
                        "--prongsai.intake.waiting=" + WAITING,
                        "--prongsai.tickets.keys-for=1s",
                        "--prongsai.reception.every=1d",
                        "--prongsai.postgres=" + postgres,
                        "--spring.kafka.bootstrap-servers=" + kafka,
                        "--prongsai.issuer=" + tokens.issuer(),
                        "--spring.mail.port=" + post.port(),
                        "--prongsai.letters.every=50ms",
                        "--prongsai.letters.first-retry=100ms",
                        "--prongsai.letters.longest-retry=300ms");
        context.getBean(ScheduledAnnotationBeanPostProcessor.class).getScheduledTasks().stream()
                .filter(AssessmentWorld::hasItsHour)
                .forEach(task -> task.cancel(false));
    }

    /** What is done at night or in the morning, made up for or not: in whichever test runs then, nobody expects it. */
    private static boolean hasItsHour(ScheduledTask task) {
        return task.getTask() instanceof CronTask || task.toString().contains("TurnoutJob");
    }

    public static synchronized AssessmentWorld get() {
        if (shared == null) {
            var world = TestWorld.get();
            shared = on(world.postgresAddress(), world.kafkaBootstrap(), world.secretsOf("assessment-service"));
        }
        return shared;
    }

    /** The service on another Postgres and Kafka; whoever starts it closes its context before they go. */
    public static AssessmentWorld on(String postgres, String kafka, Path secrets) {
        return new AssessmentWorld(postgres, kafka, secrets);
    }

    /** The running service, for its beans: stores, the clock, jobs to push. */
    public ConfigurableApplicationContext context() {
        return context;
    }

    public TestTokens tokens() {
        return tokens;
    }

    /** Where its letters arrive. */
    public TestMailServer post() {
        return post;
    }

    /** {@code http://localhost:port}. */
    public String url() {
        return "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
    }

    /** {@code http://localhost:port} of health and meters. */
    public String managementUrl() {
        return "http://localhost:" + context.getEnvironment().getProperty("local.management.port");
    }

    public String admin() {
        return token("admin");
    }

    /** A token of somebody with this role in these agencies' subtrees. */
    public String token(String role, String... agencies) {
        return tokens.token("demo-" + role, List.of(role), List.of(agencies));
    }

    /** Path from {@code /api/v1} on; headers as name, value, name, value. */
    public Answer get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    public Answer getAs(String token, String path, String... headers) {
        return get(path, with(headers, "Authorization", "Bearer " + token));
    }

    public Answer write(String token, String method, String path, String type, String body, String... headers) {
        return send(method, path, body, with(headers, "Authorization", "Bearer " + token, "Content-Type", type));
    }

    public Answer postJson(String token, String path, String json) {
        return write(token, "POST", path, "application/json", json);
    }

    public Answer postCsv(String token, String path, String csv) {
        return write(token, "POST", path, "text/csv", csv);
    }

    /** The same in bytes that may be no UTF-8. */
    public Answer postCsv(String token, String path, byte[] csv) {
        return send(
                "POST",
                path,
                BodyPublishers.ofByteArray(csv),
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                "text/csv");
    }

    /** Header and rows of the register, taken as an admin: {@code agency,parent,type} each. */
    public void agencies(String... rows) {
        var csv = new StringBuilder("agency,parent,type,province,name_th,name_en,from,to,provenance\n");
        for (var row : rows) {
            var cells = row.split(",", -1);
            csv.append(
                    "%s,%s,%s,,หน่วย %1$s,Unit %1$s,2566-10-01,,provisional\n".formatted(cells[0], cells[1], cells[2]));
        }
        var answer = postCsv(admin(), "/api/v1/agencies/imports", csv.toString());
        if (answer.status() != 200) throw new IllegalStateException(answer.body());
    }

    public Answer send(String method, String path, String body, String... headers) {
        return send(method, path, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body), headers);
    }

    private Answer send(String method, String path, BodyPublisher publisher, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(url() + path)).method(method, publisher);
        if (headers.length > 0) request.headers(headers);
        try {
            return new Answer(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException broken) {
            throw new IllegalStateException(method + " " + path, broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static String[] with(String[] headers, String... more) {
        var all = new ArrayList<>(List.of(headers));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    /** A database of the service as its runtime role: {@code assessment} or {@code responses}. */
    public PostgresClient database(String name) {
        return context.getBean(name, PostgresClient.class);
    }

    /** A database as its owner, for what the service itself is not allowed to do. */
    public Connection owner(String name) throws SQLException {
        var settings = context.getBean(PostgresSettings.class);
        var login = Objects.requireNonNull(settings.database().get(name));
        return DriverManager.getConnection(
                "jdbc:postgresql://%s/%s?preferQueryMode=simple".formatted(settings.postgres(), name),
                name + "_owner",
                login.ownerPassword());
    }

    /** The first column of the only row. */
    public <T> T one(String database, Class<T> type, String sql) {
        return Objects.requireNonNull(database(database)
                .sql()
                .sql(sql)
                .map(row -> Objects.requireNonNull(row.get(0, type)))
                .one()
                .block(PATIENCE));
    }

    /** Of the transaction in which this is asked: whether another one waits for it by now. */
    public Mono<Supplier<Boolean>> waitedFor(String database) {
        return database(database)
                .sql()
                .sql("select pg_backend_pid()")
                .map(row -> Objects.requireNonNull(row.get(0, Integer.class)))
                .one()
                .map(own -> () -> one(
                        database,
                        Boolean.class,
                        "select exists (select from pg_stat_activity where %d = any(pg_blocking_pids(pid)))"
                                .formatted(own)));
    }

    /** Everything told under this key so far, once {@code enough} of it is there. */
    public List<ConsumerRecord<String, String>> told(
            Topic topic, String key, Predicate<List<ConsumerRecord<String, String>>> enough) {
        return told(topic, record -> key.equals(record.key()), enough);
    }

    /** Everything told so far. */
    public List<ConsumerRecord<String, String>> told(Topic topic) {
        return told(topic, _ -> true, _ -> true);
    }

    /** Everything of that kind told so far, once {@code enough} of it is there. */
    public List<ConsumerRecord<String, String>> told(
            Topic topic,
            Predicate<ConsumerRecord<String, String>> kind,
            Predicate<List<ConsumerRecord<String, String>>> enough) {
        var found = new ArrayList<ConsumerRecord<String, String>>();
        try (var consumer = consumer()) {
            var partitions = consumer.partitionsFor(topic.channel()).stream()
                    .map(partition -> new TopicPartition(topic.channel(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            eventually(topic + " is told", () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (kind.test(record)) found.add(record);
                });
                return partitions.stream().allMatch(each -> consumer.position(each) >= ends.get(each))
                        && enough.test(found);
            });
        }
        return found;
    }

    private KafkaConsumer<String, String> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka), new StringDeserializer(), new StringDeserializer());
    }

    /** Asks again until it holds, at most {@link #PATIENCE}. */
    public static void eventually(String what, Supplier<Boolean> holds) {
        var end = Instant.now().plus(PATIENCE);
        while (!holds.get()) {
            if (Instant.now().isAfter(end)) throw new AssertionError("not within " + PATIENCE + ": " + what);
            Mono.delay(Duration.ofMillis(50)).block();
        }
    }
}
