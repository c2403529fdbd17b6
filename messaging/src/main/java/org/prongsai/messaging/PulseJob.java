package org.prongsai.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.pool.PoolMetrics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** Asks every database again and again whether it answers, and says how many of its connections are in use. */
final class PulseJob extends LoopJob {

    private static final Duration EVERY = Duration.ofSeconds(2);

    private final Map<PostgresClient, Spell> silences;

    PulseJob(List<PostgresClient> databases, MeterRegistry meters) {
        super("pulse", EVERY);
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

    @Override
    protected boolean work() {
        silences.forEach(PulseJob::ask);
        return false;
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
}
