package org.prongsai.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.prongsai.contracts.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaOperations;

/**
 * Writes one database's events to Kafka. A compacted topic keeps the last record of a key, so a state that an earlier
 * relay still had on its way must not land behind a newer one: states are sent in Kafka's transactions, which shut out
 * whoever began before. What follows from answers, releases and scores, is sent without: the end of a transaction is a
 * record with the broker's clock, and would say beside the unit when its answers left.
 */
final class KafkaWriter {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaWriter.class);

    private final String database;
    private final KafkaOperations<String, String> kafka;
    private @Nullable Producer<String, String> fenced;

    KafkaWriter(String database, KafkaOperations<String, String> kafka) {
        this.database = database;
        this.kafka = kafka;
    }

    /** Whether states are among these rows and no claim was made yet. */
    boolean needsClaim(List<OutboxRow> rows) {
        return fenced == null && rows.stream().anyMatch(KafkaWriter::isState);
    }

    /** From here on Kafka refuses the states that earlier relays of this database still send. */
    void claim() {
        Map<String, Object> settings = new HashMap<>(kafka.getProducerFactory().getConfigurationProperties());
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "relay-" + database);
        var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        fenced = producer;
        producer.initTransactions();
    }

    /** Without waiting: what is still here is sent again, by whoever leads then. */
    void release() {
        var last = fenced;
        fenced = null;
        if (last == null) {
            return;
        }
        try {
            last.close(Duration.ZERO);
        } catch (KafkaException e) {
            LOG.debug("The producer of {} was closed in the middle of something: {}", database, CauseReader.root(e));
        }
    }

    /** What of this database lies in Kafka. */
    LogEndReader log() {
        return LogEndReader.open(kafka.getProducerFactory().getConfigurationProperties(), source());
    }

    private String source() {
        return "/prongsai/" + database;
    }

    /** Returns when Kafka has all of them; after a failure only {@link #release} and a new claim help. */
    void write(List<OutboxRow> rows) {
        var byKind = rows.stream().collect(Collectors.partitioningBy(KafkaWriter::isState));
        var sends = append(byKind.getOrDefault(false, List.of()));
        writeStates(byKind.getOrDefault(true, List.of()));
        sends.join();
    }

    private static boolean isState(OutboxRow row) {
        return Topic.of(row.topic())
                .filter(topic -> topic.compacted() && topic != Topic.SCORES)
                .isPresent();
    }

    private CompletableFuture<Void> append(List<OutboxRow> rows) {
        // A send that fails at once ends the loop, so that nothing later in a stream overtakes it.
        return CompletableFuture.allOf(
                rows.stream().map(row -> kafka.send(record(row))).toArray(CompletableFuture<?>[]::new));
    }

    private void writeStates(List<OutboxRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var producer = Objects.requireNonNull(fenced);
        producer.beginTransaction();
        rows.forEach(row -> producer.send(record(row)));
        producer.commitTransaction();
    }

    private ProducerRecord<String, String> record(OutboxRow row) {
        var record = new ProducerRecord<>(row.topic(), null, row.time().toEpochMilli(), row.key(), row.body());
        Headers headers = record.headers();
        header(headers, "ce_specversion", "1.0");
        header(headers, "ce_id", row.event().toString());
        header(headers, "ce_source", source());
        header(headers, "ce_type", row.type());
        header(headers, "ce_time", row.time().toString());
        header(headers, "ce_subject", row.key());
        header(headers, "stream_seq", Long.toString(row.streamSeq()));
        return record;
    }

    private static void header(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
