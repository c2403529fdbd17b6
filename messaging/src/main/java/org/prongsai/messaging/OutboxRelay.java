package org.prongsai.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaOperations;

/** Carries the events of one outbox to Kafka: numbers them, sends them in order, marks them sent. */
public final class OutboxRelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);

    private static final Duration LONGEST_END = Duration.ofSeconds(5);
    private static final double UNUSUAL = 10;
    private static final long BETWEEN_COUNTS = Duration.ofSeconds(5).toNanos();

    private final PostgresClient database;
    private final KafkaWriter kafka;
    private final MessagingSettings settings;
    private final Spell unsent = new Spell();
    private final Set<String> compared = new HashSet<>();
    private volatile CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean running;
    private volatile boolean standby = true;
    private volatile boolean held;
    private volatile double rows = Double.NaN;
    private volatile @Nullable String trouble;
    private long counted = System.nanoTime() - BETWEEN_COUNTS;
    private @Nullable Thread thread;
    private @Nullable OutboxStore outbox;

    public OutboxRelay(
            PostgresClient database,
            KafkaOperations<String, String> kafka,
            MessagingSettings settings,
            MeterRegistry meters) {
        this.database = database;
        this.kafka = new KafkaWriter(database.name(), kafka);
        this.settings = settings;
        Gauge.builder("prongsai.outbox.age", this, OutboxRelay::age)
                .description("Seconds for which this outbox has held events not sent, numbered or not, or could not be"
                        + " looked at, without a break; NaN in a process that stands by while another one leads")
                .baseUnit("seconds")
                .tag("database", database.name())
                .register(meters);
        Gauge.builder("prongsai.outbox.rows", this, relay -> relay.rows)
                .description("Events not sent, counted up to " + OutboxStore.COUNTED
                        + "; NaN in a process that stands by, and before the first look")
                .tag("database", database.name())
                .register(meters);
        Gauge.builder("prongsai.outbox.leading", this, relay -> relay.standby ? 0 : 1)
                .description("1 in the process that sends the events of this outbox")
                .tag("database", database.name())
                .register(meters);
    }

    String name() {
        return database.name();
    }

    /** In words for whoever operates it. */
    String words() {
        var why = trouble;
        double seconds = unsent.seconds(System.nanoTime());
        if (why != null) {
            return "has waited for %.0f s: %s".formatted(seconds, why);
        }
        // Kafka may also say nothing at all, for as long as it likes.
        if (seconds > UNUSUAL) {
            return "has waited for %.0f s%s".formatted(seconds, held ? ": a transaction is held open" : "");
        }
        return standby ? "stands by" : "leads";
    }

    /** One pass: how many events were sent. Safe to repeat after a crash at any point: numbers never change. */
    int pass() {
        // Before anything that may take for ever, such as sending while Kafka is away.
        unsent.begin(System.nanoTime());
        var current = connected();
        if (standby) {
            lead(current);
        }
        return standby ? 0 : carry(current);
    }

    /** The outbox on this relay's own connection, which holds the lock of the database's relays while it leads. */
    private OutboxStore connected() {
        var current = outbox == null ? OutboxStore.open(database) : outbox;
        outbox = current;
        return current;
    }

    private void lead(OutboxStore current) {
        standby = !current.lock();
        if (standby) {
            unsent.end();
            rows = Double.NaN;
        }
    }

    /** Before sending, which may fail again and again. */
    private void count(OutboxStore current) {
        if (System.nanoTime() - counted > BETWEEN_COUNTS) {
            counted = System.nanoTime();
            rows = current.countUnsent();
        }
    }

    private int carry(OutboxStore current) {
        current.number(settings.relayBatch()).block();
        count(current);
        List<OutboxRow> next = unsent(current);
        if (kafka.needsClaim(next)) {
            kafka.claim();
            // Read again: only a connection that still holds the lock can, so no later relay was shut out.
            next = unsent(current);
        }
        if (compare(current, next)) {
            next = unsent(current);
        }
        if (!next.isEmpty()) {
            kafka.write(next);
            current.markSent(next).block();
        }
        if (!current.holdsUnsent()) {
            unsent.end();
            rows = 0;
        }
        held = next.isEmpty() && unsent.lasts();
        return next.size();
    }

    /**
     * Once for each topic, before anything is sent: from an older copy of this database numbers would be used again that
     * others have heard, and they would pass over what comes under them. Whether any row has another number now.
     */
    private boolean compare(OutboxStore current, List<OutboxRow> next) {
        var topics = next.stream().map(OutboxRow::topic).collect(Collectors.toSet());
        topics.removeAll(compared);
        boolean raised = false;
        if (!topics.isEmpty()) {
            try (var log = kafka.log()) {
                for (String topic : topics) {
                    raised |= current.lacks(log.last(topic)) && raise(current, log, topic);
                }
            }
        }
        compared.addAll(topics);
        return raised;
    }

    private boolean raise(OutboxStore current, LogEndReader log, String topic) {
        if (!settings.raise()) {
            throw new LogAhead(topic);
        }
        var told = new ArrayList<Arrival>();
        log.all(topic, each -> told.add(each.withoutBody()));
        current.goOnBehind(topic, told);
        LOG.warn("Outbox of {} goes on behind the {} events of {} in the log", database.name(), told.size(), topic);
        return true;
    }

    private List<OutboxRow> unsent(OutboxStore current) {
        return Objects.requireNonNull(current.unsent(settings.relayBatch()).block());
    }

    private void resign() {
        standby = true;
        compared.clear();
        forgetInterrupt();
        try {
            kafka.release();
        } finally {
            forgetInterrupt();
            disconnect();
        }
    }

    /** A stop interrupts whatever this thread waits for; the connection that holds the lock must still be closed. */
    private void forgetInterrupt() {
        if (Thread.interrupted()) {
            LOG.debug("Relay of {} was interrupted", database.name());
        }
    }

    private void disconnect() {
        if (outbox != null) {
            outbox.close();
            outbox = null;
        }
    }

    private double age() {
        return standby && !unsent.lasts() ? Double.NaN : unsent.seconds(System.nanoTime());
    }

    private void loop() {
        while (running) {
            try {
                int sent = pass();
                trouble = null;
                if (sent == 0) {
                    await(standby ? settings.retryEvery() : settings.relayEvery());
                }
            } catch (RuntimeException e) {
                resign();
                if (running) {
                    trouble = e instanceof LogAhead ? CauseReader.root(e) : CauseReader.name(e);
                    LOG.warn("Outbox of {} waits: {}", database.name(), CauseReader.root(e));
                    await(settings.retryEvery());
                }
            }
        }
        resign();
    }

    private void await(Duration longest) {
        try {
            if (stopped.await(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                running = false;
            }
        } catch (InterruptedException e) {
            running = false;
        }
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        running = true;
        thread = Thread.ofVirtual().name("relay-" + database.name()).start(this::loop);
    }

    @Override
    public void stop() {
        running = false;
        stopped.countDown();
        Thread current = thread;
        if (current == null) {
            resign();
        } else {
            current.interrupt();
            waitFor(current);
        }
    }

    /** So that a relay that is started again finds nobody at its work. */
    private static void waitFor(Thread ending) {
        try {
            ending.join(LONGEST_END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
