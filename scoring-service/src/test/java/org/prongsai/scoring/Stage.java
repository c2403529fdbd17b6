package org.prongsai.scoring;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.prongsai.contracts.Catalogue;
import org.prongsai.contracts.Event;
import org.prongsai.contracts.EventJson;
import org.prongsai.contracts.Topic;
import org.prongsai.local.TestTokens;
import org.prongsai.local.TestWorld;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.messaging.PostgresSettings;
import org.prongsai.web.PublicationReader;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.JsonNode;

/** The service on real Postgres and Kafka, what is told to it, and what it answers. */
public final class Stage implements AutoCloseable {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static Stage shared;

    static {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    private final String bootstrap;
    private final List<String> where;
    private final TestTokens tokens = TestTokens.start();
    private final KafkaProducer<String, String> kafka;
    private final Map<String, AtomicLong> numbers = new ConcurrentHashMap<>();
    private final ConfigurableApplicationContext service;

    Stage(String postgres, String bootstrap, String secrets) {
        this.bootstrap = bootstrap;
        this.where = List.of(
                "--prongsai.postgres=" + postgres,
                "--spring.kafka.bootstrap-servers=" + bootstrap,
                "--PRONGSAI_SECRETS=" + secrets);
        this.kafka = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "linger.ms", 5, "max.in.flight.requests.per.connection", 1),
                new StringSerializer(),
                new StringSerializer());
        this.service = another();
    }

    /** One for all tests of this JVM. */
    public static synchronized Stage get() {
        if (shared == null) {
            shared = in(TestWorld.get());
        }
        return shared;
    }

    /** In a world of its own, for tests that break it. */
    public static Stage apart() {
        return in(TestWorld.another());
    }

    static Stage in(TestWorld world) {
        return new Stage(
                world.postgresAddress(),
                world.kafkaBootstrap(),
                world.secretsOf("scoring-service").toString());
    }

    /** One more instance of the service beside the first. */
    public ConfigurableApplicationContext another() {
        var own = Stream.of(
                "--server.port=0",
                "--management.server.port=0",
                "--prongsai.due.every=200ms",
                "--prongsai.messaging.relay-every=20ms",
                "--prongsai.messaging.retry-every=100ms",
                "--PRONGSAI_ISSUER=" + tokens.issuer());
        return new SpringApplicationBuilder(ScoringApplication.class)
                .run(Stream.concat(where.stream(), own).toArray(String[]::new));
    }

    /** How a command beside the service finds its database and Kafka. */
    public List<String> where() {
        return where;
    }

    public ConfigurableApplicationContext service() {
        return service;
    }

    @Override
    public void close() {
        service.close();
        kafka.close();
    }

    AheadClock clock() {
        return service.getBean(AheadClock.class);
    }

    public PostgresClient database() {
        return service.getBean(PostgresClient.class);
    }

    /** As the owner's relay would send it. */
    public long tell(Event event) {
        var entry = Catalogue.of(event);
        long number = number(entry.topic(), event.subject());
        put(entry.topic(), event.subject(), entry.type(), number, EventJson.write(event));
        return number;
    }

    /** Sent once more, as after a crash between sending and remembering it. */
    public void repeat(Event event, long number) {
        var entry = Catalogue.of(event);
        put(entry.topic(), event.subject(), entry.type(), number, EventJson.write(event));
    }

    public long number(Topic topic, String key) {
        return numbers.computeIfAbsent(topic + "/" + key, _ -> new AtomicLong()).incrementAndGet();
    }

    public void put(Topic topic, String key, String type, long number, String body) {
        var message = new ProducerRecord<>(topic.channel(), key, body);
        message.headers()
                .add("ce_type", type.getBytes())
                .add("stream_seq", Long.toString(number).getBytes());
        kafka.send(message);
    }

    public void flush() {
        kafka.flush();
    }

    /** How many instances read for this inbox at the moment. */
    public long readers(String inbox) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            var group = admin.describeConsumerGroups(List.of(inbox)).all().get().get(inbox);
            return group.members().stream()
                    .filter(reader -> !reader.assignment().topicPartitions().isEmpty())
                    .count();
        } catch (InterruptedException | ExecutionException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Whoever reads for this inbox loses its partitions at once, and learns of it only when it asks for more. */
    public void putOut(String inbox) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.removeMembersFromConsumerGroup(inbox, new RemoveMembersFromConsumerGroupOptions())
                    .all()
                    .get();
        } catch (InterruptedException | ExecutionException broken) {
            throw new IllegalStateException(broken);
        }
    }

    public String token(String role, String... agencies) {
        return tokens.token("demo-" + role, List.of(role), List.of(agencies));
    }

    public TestTokens tokens() {
        return tokens;
    }

    public Answer described() {
        return at("/openapi.json");
    }

    public Answer get(String path, String... headers) {
        return at("/api/v1" + path, headers);
    }

    /** As a file of rows. */
    public Answer postCsv(String token, String path, byte[] csv) {
        var bearer = token.isEmpty() ? List.<String>of() : List.of("Authorization", "Bearer " + token);
        var headers = Stream.concat(Stream.of("Content-Type", "text/csv"), bearer.stream());
        return send(
                "POST", HttpRequest.BodyPublishers.ofByteArray(csv), "/api/v1" + path, headers.toArray(String[]::new));
    }

    private Answer at(String path, String... headers) {
        return send("GET", HttpRequest.BodyPublishers.noBody(), path, headers);
    }

    private Answer send(String method, HttpRequest.BodyPublisher body, String path, String... headers) {
        try {
            var port = service.getEnvironment().getProperty("local.server.port");
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .method(method, body);
            if (headers.length > 0) request.headers(headers);
            return new Answer(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    public Answer asAuditor(String path) {
        return get(path, "Authorization", "Bearer " + token("auditor"));
    }

    public Answer score(String round, String agency) {
        return asAuditor("/rounds/" + round + "/agencies/" + agency + "/score");
    }

    /** The one value a statement gives. */
    public <T> T one(String sql, Class<T> type, String... values) {
        var statement = database().sql().sql(sql);
        for (int i = 0; i < values.length; i++) statement = statement.bind(i, values[i]);
        return statement.map(row -> row.get(0, type)).one().block();
    }

    /** What the database says of a statement that begins with {@code explain}. */
    public String plan(String statement, Map<String, Object> values) {
        return database()
                .sql()
                .sql(statement)
                .bindValues(values)
                .map(row -> String.valueOf(row.get(0, String.class)))
                .all()
                .collect(Collectors.joining("\n"))
                .block();
    }

    /** As somebody who owns the tables. */
    public void asOwner(String sql, String value) {
        try (var owner = PostgresClient.joinAsOwner(service.getBean(PostgresSettings.class), "scoring")) {
            owner.sql().sql(sql).bind(0, value).then().block();
        }
    }

    /** A clock to put forward, and rounds that are published. */
    @Configuration(proxyBeanMethods = false)
    static class OwnConfig {
        @Bean
        @Primary
        AheadClock aheadClock() {
            return new AheadClock();
        }

        /** Publication is not told to the service yet, so here a round is published by its name. */
        @Bean
        @Primary
        PublicationReader publishedByName(@Qualifier("roundStore") PublicationReader rounds) {
            return round -> rounds.published(round).map(told -> told || round.startsWith("published-"));
        }
    }

    /** What came back. */
    public record Answer(HttpResponse<String> raw) {
        public int status() {
            return raw.statusCode();
        }

        public String header(String name) {
            return String.join("|", raw.headers().allValues(name));
        }

        public JsonNode json() {
            return EventJson.MAPPER.readTree(raw.body());
        }

        public String text(String pointer) {
            return json().at(pointer).asString();
        }

        public JsonNode fault() {
            return json().at("/errors/0");
        }
    }
}
