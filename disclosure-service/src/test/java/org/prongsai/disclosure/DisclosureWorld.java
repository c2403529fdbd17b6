package org.prongsai.disclosure;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.prongsai.contracts.Catalogue;
import org.prongsai.contracts.Event;
import org.prongsai.contracts.EventJson;
import org.prongsai.contracts.Topic;
import org.prongsai.contracts.disclosure.ItemMarked;
import org.prongsai.local.TestTokens;
import org.prongsai.local.TestWorld;
import org.prongsai.messaging.PostgresClient;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.core.KafkaOperations;
import tools.jackson.databind.JsonNode;

/** The running service between a Postgres and a Kafka, an issuer beside it, and the assessment service's voice. */
public final class DisclosureWorld {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static DisclosureWorld shared;

    private final TestTokens tokens = TestTokens.start();
    private final AtomicLong seq = new AtomicLong();
    private final String kafkaAddress;
    public final ConfigurableApplicationContext service;

    private DisclosureWorld(String postgres, String kafka, Path secrets) {
        this.kafkaAddress = kafka;
        this.service = new SpringApplicationBuilder(DisclosureApplication.class)
                .run(
                        "--prongsai.postgres=" + postgres,
                        "--spring.kafka.bootstrap-servers=" + kafka,
                        "--PRONGSAI_SECRETS=" + secrets,
                        "--prongsai.issuer=" + tokens.issuer(),
                        "--prongsai.messaging.relay-every=20ms",
                        "--server.port=0",
                        "--management.server.port=0");
        await().atMost(Duration.ofSeconds(60)).until(this::hears);
    }

    /** What is told before there are topics is lost after the few seconds that a producer waits for them. */
    private boolean hears() {
        var conditions =
                service.getBean("inboxes", HealthIndicator.class).health().getDetails();
        return !conditions.isEmpty() && conditions.values().stream().allMatch("reads"::equals);
    }

    public static DisclosureWorld on(String postgres, String kafka, Path secrets) {
        return new DisclosureWorld(postgres, kafka, secrets);
    }

    /** Started by the first test of this JVM that needs it. */
    public static synchronized DisclosureWorld get() {
        if (shared == null) {
            var world = TestWorld.get();
            shared = on(world.postgresAddress(), world.kafkaBootstrap(), world.secretsOf("disclosure-service"));
        }
        return shared;
    }

    /** As the assessment service would. */
    @SuppressWarnings("unchecked")
    public void tell(Event event) {
        var entry = Catalogue.of(event);
        var told = new ProducerRecord<>(entry.topic().channel(), event.subject(), EventJson.write(event));
        told.headers().add("ce_type", entry.type().getBytes(StandardCharsets.UTF_8));
        told.headers().add("stream_seq", Long.toString(seq.incrementAndGet()).getBytes(StandardCharsets.UTF_8));
        ((KafkaOperations<String, String>) service.getBean(KafkaOperations.class))
                .send(told)
                .join();
    }

    public Answer get(String path, String role) {
        return send(path, role, request -> request);
    }

    public Answer post(String path, String role, String type, String body) {
        return send(path, role, request -> request.POST(HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", type));
    }

    /** @param role empty for nobody in particular */
    public Answer send(String path, String role, UnaryOperator<HttpRequest.Builder> how) {
        var port = service.getEnvironment().getProperty("local.server.port");
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path));
        if (!role.isEmpty())
            request.header("Authorization", "Bearer " + tokens.token("demo-" + role, List.of(role), List.of()));
        try {
            var raw = HTTP.send(how.apply(request).build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(raw.statusCode(), raw);
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** What came back over a real socket. */
    public record Answer(int status, HttpResponse<String> raw) {
        public JsonNode json() {
            return EventJson.MAPPER.readTree(raw.body());
        }

        public List<String> reasons() {
            return json().path("errors")
                    .valueStream()
                    .map(fault -> fault.path("pointer").asString() + " "
                            + fault.path("reason").asString())
                    .toList();
        }
    }

    /** Everything this service ever told of a round, as it lies in Kafka, in the order of each agency's stream. */
    public List<ItemMarked> told(String round) {
        try (var consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        kafkaAddress,
                        "group.id",
                        UUID.randomUUID().toString()),
                new StringDeserializer(),
                new StringDeserializer())) {
            var partitions = consumer.partitionsFor(Topic.ITEMS.channel()).stream()
                    .map(p -> new org.apache.kafka.common.TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var told = new ArrayList<ItemMarked>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(message -> told.add(EventJson.MAPPER.readValue(message.value(), ItemMarked.class)));
            }
            return told.stream().filter(event -> event.round().equals(round)).toList();
        }
    }

    /** One column of what a query finds, as text. */
    public List<String> rows(String query) {
        return service.getBean(PostgresClient.class)
                .sql()
                .sql(query)
                .map(row -> String.valueOf(row.get(0)))
                .all()
                .collectList()
                .block();
    }
}
