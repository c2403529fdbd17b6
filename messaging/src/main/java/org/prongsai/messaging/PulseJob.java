package org.prongsai.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.pool.PoolMetrics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.springframework.context.SmartLifecycle;

/** Asks every database again and again whether it answers, and says how many of its connections are in use. */
final class PulseJob implements SmartLifecycle {

    private static final Duration EVERY = Duration.ofSeconds(2);

    private final Map<PostgresClient, Spell> silences;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean running;

    PulseJob(List<PostgresClient> databases, MeterRegistry meters) {
        this.silences = databases.stream().collect(Collectors.toMap(Function.identity(), _ -> new Spell()));
        silences.forEach((database, silence) -> {
            Gauge.builder("prongsai.database.silent", silence, spell -> spell.seconds(System.nanoTime()))
                    .description("Seconds for which this database has not answered; 0 when it does")
                    .baseUnit("seconds")
                    .tag("database", database.name())
                    .register(meters);
            connections(database, "acquired", "Connections in use", PoolMetrics::acquiredSize, meters);
            connections(database, "idle", "Connections that are open and free", PoolMetrics::idleSize, meters);
            connections(database, "pending", "Who waits for a connection", PoolMetrics::pendingAcquireSize, meters);
            connections(
                    database, "limit", "The most connections there may be", PoolMetrics::getMaxAllocatedSize, meters);
        });
    }

    private static void connections(
            PostgresClient database, String what, String words, ToIntFunction<PoolMetrics> size, MeterRegistry meters) {
        Gauge.builder("prongsai.database.connections." + what, database, d -> size.applyAsInt(d.connections()))
                .description(words)
                .tag("database", database.name())
                .register(meters);
    }

    private void loop() {
        try {
            do {
                silences.forEach(PulseJob::ask);
            } while (!stopped.await(EVERY.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void ask(PostgresClient database, Spell silence) {
        long asked = System.nanoTime();
        try {
            database.ping().block();
            silence.end();
        } catch (RuntimeException away) {
            silence.begin(asked);
        }
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("pulse").start(this::loop);
    }

    @Override
    public void stop() {
        running = false;
        stopped.countDown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
