package org.prongsai.notification;

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
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.prongsai.contracts.Catalogue;
import org.prongsai.contracts.Event;
import org.prongsai.contracts.EventJson;
import org.prongsai.contracts.Topic;
import org.prongsai.contracts.notification.MessageSent;
import org.prongsai.local.TestMailServer;
import org.prongsai.local.TestTokens;
import org.prongsai.local.TestWorld;
import org.prongsai.messaging.PostgresClient;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import tools.jackson.databind.JsonNode;

/** The running service between a Postgres, a Kafka and a post office, and the assessment service's voice. */
public final class NotificationWorld {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static NotificationWorld shared;

    public final TestMailServer post = new TestMailServer();
    private final TestTokens tokens = TestTokens.start();
    private final AtomicLong seq = new AtomicLong();
    private final String postgres;
    private final String kafka;
    private final Path secrets;
    private ConfigurableApplicationContext service;

    private NotificationWorld(String postgres, String kafka, Path secrets) {
        this.postgres = postgres;
        this.kafka = kafka;
        this.secrets = secrets;
        this.service = instance("reactive");
        await().atMost(Duration.ofSeconds(60)).until(this::hears);
    }

    /** What is told before there are topics is lost after the few seconds that a producer waits for them. */
    private boolean hears() {
        var conditions =
                service.getBean("inboxes", HealthIndicator.class).health().getDetails();
        return !conditions.isEmpty() && conditions.values().stream().allMatch("reads"::equals);
    }

    public static NotificationWorld on(String postgres, String kafka, Path secrets) {
        return new NotificationWorld(postgres, kafka, secrets);
    }

    /** Started by the first test of this JVM that needs it. */
    public static synchronized NotificationWorld get() {
        if (shared == null) {
            var world = TestWorld.get();
            shared = on(world.postgresAddress(), world.kafkaBootstrap(), world.secretsOf("notification-service"));
        }
        return shared;
    }

    /** One more of the same service, without a door: closing it would take the shared event loops along. */
    public ConfigurableApplicationContext another() {
        return instance("none");
    }

    private ConfigurableApplicationContext instance(String web) {
        return new SpringApplicationBuilder(NotificationApplication.class)
                .run(
                        "--spring.main.web-application-type=" + web,
                        "--prongsai.postgres=" + postgres,
                        "--spring.kafka.bootstrap-servers=" + kafka,
                        "--PRONGSAI_SECRETS=" + secrets,
                        "--prongsai.issuer=" + tokens.issuer(),
                        "--prongsai.messaging.relay-every=20ms",
                        "--prongsai.reminders.every=50ms",
                        "--prongsai.mail.every=50ms",
                        "--prongsai.mail.first-retry=100ms",
                        "--prongsai.mail.longest-retry=500ms",
                        "--prongsai.mail.attempts=1000",
                        "--spring.mail.port=" + post.port(),
                        "--server.port=0",
                        "--management.server.port=0");
    }

    public ConfigurableApplicationContext service() {
        return service;
    }

    public void restart() {
        service.close();
        service = instance("reactive");
    }

    /** As long as this lasts, a mail server that says nothing is soon given up. */
    public Spell impatience() {
        var sender = service.getBean(JavaMailSenderImpl.class);
        var usual = sender.getJavaMailProperties();
        var hasty = new Properties();
        hasty.putAll(usual);
        hasty.setProperty("mail.smtp.timeout", "300");
        sender.setJavaMailProperties(hasty);
        return () -> sender.setJavaMailProperties(usual);
    }

    /** Lasts until it is closed. */
    public interface Spell extends AutoCloseable {
        @Override
        void close();
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

    /** What came back over a real socket. */
    public record Answer(int status, JsonNode json, String body) {}

    /** @param role empty for nobody in particular */
    public Answer send(String method, String path, String role) {
        var port = service.getEnvironment().getProperty("local.server.port");
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (!role.isEmpty())
            request.header("Authorization", "Bearer " + tokens.token("demo-" + role, List.of(role), List.of()));
        try {
            var raw = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(raw.statusCode(), EventJson.MAPPER.readTree(raw.body()), raw.body());
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Everything this service ever told of a round, as it lies in Kafka. */
    public List<MessageSent> told(String round) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "group.id", UUID.randomUUID().toString()),
                new StringDeserializer(),
                new StringDeserializer())) {
            var partitions = consumer.partitionsFor(Topic.MESSAGES.channel()).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var told = new ArrayList<MessageSent>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p)))
                consumer.poll(Duration.ofMillis(100))
                        .forEach(message -> told.add(EventJson.MAPPER.readValue(message.value(), MessageSent.class)));
            return told.stream().filter(event -> event.round().equals(round)).toList();
        }
    }

    /** One column of what a statement finds, as text. */
    public List<String> rows(String statement) {
        return service.getBean(PostgresClient.class)
                .sql()
                .sql(statement)
                .map(row -> String.valueOf(row.get(0)))
                .all()
                .collectList()
                .block();
    }
}
