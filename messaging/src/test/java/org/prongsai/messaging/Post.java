package org.prongsai.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.prongsai.contracts.Topic;
import org.prongsai.contracts.assessment.PopulationRegistered;
import org.prongsai.contracts.assessment.ResponsesReleased;
import org.prongsai.contracts.disclosure.ItemMarked;
import org.prongsai.contracts.notification.MessageSent;
import org.prongsai.contracts.scoring.ScoreChanged;
import org.prongsai.local.TestWorld;
import org.prongsai.messaging.PostgresSettings.Login;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import reactor.core.publisher.Mono;

/** A writer's database, Kafka and a reader's database, for the tests of this module. */
final class Post {

    static final MessagingSettings SETTINGS =
            new MessagingSettings(Duration.ofMillis(20), 500, Duration.ofMillis(50), 2, (short) 1, false);

    /** Of each database at once. */
    static final int CONNECTIONS = 8;

    private static final Post SHARED = open();

    final PostgresClient writer;
    final PostgresClient reader;
    final KafkaTemplate<String, String> kafka;

    private Post(PostgresClient writer, PostgresClient reader, KafkaTemplate<String, String> kafka) {
        this.writer = writer;
        this.reader = reader;
        this.kafka = kafka;
    }

    static Post get() {
        return SHARED;
    }

    private static Post open() {
        var world = TestWorld.get();
        var settings = settings();
        var admin = new KafkaAdmin(Map.of("bootstrap.servers", world.kafkaBootstrap()));
        admin.createOrModifyTopics(TopicJob.topics(SETTINGS));
        return new Post(
                PostgresClient.open(settings, "disclosure"),
                PostgresClient.open(settings, "scoring"),
                sender(world.kafkaBootstrap()));
    }

    static PostgresSettings settings() {
        return new PostgresSettings(
                TestWorld.get().postgresAddress(),
                "disable",
                null,
                Map.of("disclosure", login("disclosure"), "scoring", login("scoring")));
    }

    private static KafkaTemplate<String, String> sender(String bootstrap) {
        return new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                5000,
                ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                1,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                8 * 1024 * 1024,
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                StringSerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                StringSerializer.class)));
    }

    static Login login(String database) {
        try {
            var folder = TestWorld.get().secretsOf(database + "-service");
            return new Login(
                    Files.readString(folder.resolve("prongsai.database." + database + ".password"))
                            .strip(),
                    Files.readString(folder.resolve("prongsai.database." + database + ".owner-password"))
                            .strip(),
                    CONNECTIONS,
                    null);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    OutboxRelay relay() {
        return relay(new SimpleMeterRegistry());
    }

    OutboxRelay relay(MeterRegistry meters) {
        return new OutboxRelay(writer, kafka, SETTINGS, meters);
    }

    /** One pass of a relay that then gives up the lead, as a killed process does. */
    int pass() {
        var relay = relay();
        int sent = relay.pass();
        relay.stop();
        return sent;
    }

    /** Tells one event in a transaction of its own. */
    void tell(ItemMarked event) {
        var outbox = new OutboxWriter(writer);
        writer.inTransaction(outbox.tell(List.of(event), Instant.EPOCH)).block();
    }

    /** A record put into Kafka by hand, past the outbox. */
    void put(Topic topic, String agency, String type, long seq, String body) {
        put(topic, agency, type, Long.toString(seq), body);
    }

    void put(Topic topic, String agency, String type, String seq, String body) {
        put(topic, agency, type, seq, "", body);
    }

    void put(Topic topic, String agency, String type, String seq, String id, String body) {
        var record = new ProducerRecord<>(topic.channel(), agency, body);
        record.headers()
                .add("ce_id", id.getBytes())
                .add("ce_type", type.getBytes())
                .add("stream_seq", seq.getBytes());
        kafka.send(record).join();
    }

    /** A reader that writes down what it hears of agencies whose slug starts with its own name. */
    Hearing hearing(Topic topic, String inbox, AtomicInteger failures) {
        return hearing(topic, inbox, failures, () -> new IllegalStateException("fails on purpose after its effect"));
    }

    Hearing hearing(Topic topic, String inbox, AtomicInteger failures, Supplier<RuntimeException> failure) {
        var handler = new HearingHandler(reader, topic, inbox, failures, failure);
        var consumers = new DefaultKafkaConsumerFactory<String, String>(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                TestWorld.get().kafkaBootstrap(),
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                StringDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                StringDeserializer.class));
        var meters = new SimpleMeterRegistry();
        var job = new InboxJob(List.of(handler), consumers, SETTINGS, meters);
        var parked = new ParkedJob(List.of(handler), meters);
        job.start();
        job.read();
        parked.start();
        return new Hearing(job, parked, inbox, meters);
    }

    /** A running reader and what it wrote down. */
    record Hearing(InboxJob job, ParkedJob parked, String inbox, SimpleMeterRegistry meters) implements AutoCloseable {

        List<String> items(String agency) {
            return SHARED.reader
                    .sql()
                    .sql("select item from heard where inbox = :inbox and agency = :agency order by id")
                    .bind("inbox", inbox)
                    .bind("agency", agency)
                    .map(row -> row.get("item", String.class))
                    .all()
                    .collectList()
                    .block();
        }

        @Override
        public void close() {
            parked.stop();
            job.stop();
        }
    }

    private record HearingHandler(
            PostgresClient database,
            Topic topic,
            String name,
            AtomicInteger failures,
            Supplier<RuntimeException> failure)
            implements InboxHandler {

        @Override
        public Set<Topic> topics() {
            return Set.of(topic);
        }

        @Override
        public Mono<List<Refused>> handle(List<Told> batch) {
            var mine =
                    batch.stream().filter(t -> t.key().startsWith(name + "-")).toList();
            var refused = mine.stream()
                    .filter(HearingHandler::below0)
                    .map(t -> new Refused(t, "mark below 0"))
                    .toList();
            var heard = mine.stream().filter(t -> !below0(t)).toList();
            // As JSON, so that Postgres itself refuses an item that no JSON string holds.
            return database.sql()
                    .sql("""
                            insert into heard (inbox, agency, item)
                            select :inbox, agency, ('"' || item || '"')::jsonb #>> '{}'
                            from unnest(:agencies, :items) as h(agency, item)
                            """)
                    .bind("inbox", name)
                    .bind("agencies", heard.stream().map(Told::key).toArray(String[]::new))
                    .bind("items", heard.stream().map(HearingHandler::item).toArray(String[]::new))
                    .then()
                    .then(Mono.defer(() -> !mine.isEmpty() && failures.getAndDecrement() > 0
                            ? Mono.error(failure.get())
                            : Mono.just(refused)));
        }

        private static boolean below0(Told told) {
            return told.event() instanceof ItemMarked marked && marked.mark() < 0;
        }

        private static String item(Told told) {
            return switch (told.event()) {
                case MessageSent sent -> sent.kind();
                case ScoreChanged score -> score.framework();
                case ResponsesReleased released -> released.round();
                case PopulationRegistered population -> population.internal() + " people";
                default -> ((ItemMarked) told.event()).item();
            };
        }
    }
}
