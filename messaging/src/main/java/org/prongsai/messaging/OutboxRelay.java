package org.prongsai.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaOperations;

/** Carries the events of one outbox to Kafka: numbers them, sends them in order, marks them sent. */
public final class OutboxRelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);

    private final PostgresClient database;
    private final KafkaOperations<String, String> kafka;
    private final MessagingSettings settings;
    private final Semaphore nudge = new Semaphore(0);
    private volatile boolean running;
    private volatile long lastEmptyNanos = System.nanoTime();
    private @Nullable Thread thread;
    private @Nullable OutboxStore lead;

    public OutboxRelay(
            PostgresClient database,
            KafkaOperations<String, String> kafka,
            MessagingSettings settings,
            MeterRegistry meters) {
        this.database = database;
        this.kafka = kafka;
        this.settings = settings;
        Gauge.builder("prongsai.outbox.age", this, OutboxRelay::secondsSinceEmpty)
                .description("Seconds since everything in this outbox had been sent")
                .baseUnit("seconds")
                .tag("database", database.name())
                .register(meters);
    }

    /** Asks for a pass at once, for example after a commit; never blocks. */
    public void nudge() {
        if (nudge.availablePermits() == 0) {
            nudge.release();
        }
    }

    /** One pass: how many events were sent. Safe to repeat after a crash at any point: numbers never change. */
    int pass() {
        OutboxStore outbox = leading();
        if (outbox == null) {
            return 0;
        }
        outbox.number(settings.relayBatch()).block();
        List<OutboxRow> rows =
                Objects.requireNonNull(outbox.unsent(settings.relayBatch()).block());
        send(rows);
        outbox.markSent(rows).block();
        return rows.size();
    }

    /** The outbox on the connection that holds this database's relay lock, or null while another process leads. */
    private @Nullable OutboxStore leading() {
        if (lead != null) {
            return lead;
        }
        var candidate = OutboxStore.open(database);
        if (candidate.lock()) {
            lead = candidate;
            return candidate;
        }
        candidate.close();
        return null;
    }

    private void resign() {
        // A stop interrupts whatever this thread waits for; the connection that holds the lock must still be closed.
        boolean stopped = Thread.interrupted();
        if (stopped) {
            LOG.debug("Relay of {} was interrupted", database.name());
        }
        if (lead != null) {
            lead.close();
            lead = null;
        }
    }

    private void send(List<OutboxRow> rows) {
        // A send that fails at once ends the loop, so that nothing later in a stream overtakes it.
        var sends = rows.stream().map(row -> kafka.send(record(row))).toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(sends).join();
    }

    private ProducerRecord<String, String> record(OutboxRow row) {
        var record = new ProducerRecord<>(row.topic(), null, row.time().toEpochMilli(), row.key(), row.body());
        Headers headers = record.headers();
        header(headers, "ce_specversion", "1.0");
        header(headers, "ce_id", row.event().toString());
        header(headers, "ce_source", "/prongsai/" + database.name());
        header(headers, "ce_type", row.type());
        header(headers, "ce_time", row.time().toString());
        header(headers, "ce_subject", row.key());
        header(headers, "stream_seq", Long.toString(row.streamSeq()));
        return record;
    }

    private static void header(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private double secondsSinceEmpty() {
        return Duration.ofNanos(System.nanoTime() - lastEmptyNanos).toMillis() / 1000.0;
    }

    private void loop() {
        while (running) {
            try {
                if (pass() == 0) {
                    lastEmptyNanos = System.nanoTime();
                    await(settings.relayEvery());
                }
            } catch (RuntimeException e) {
                resign();
                if (running) {
                    LOG.warn("Outbox of {} waits: {}", database.name(), Causes.root(e));
                    await(settings.retryEvery());
                }
            }
        }
        resign();
    }

    private void await(Duration longest) {
        try {
            if (nudge.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                nudge.drainPermits();
            }
        } catch (InterruptedException e) {
            running = false;
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("relay-" + database.name()).start(this::loop);
    }

    @Override
    public void stop() {
        running = false;
        Thread current = thread;
        if (current == null) {
            resign();
        } else {
            current.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
