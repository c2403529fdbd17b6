package org.prongsai.assessment.pool;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.prongsai.assessment.round.Round;
import org.prongsai.assessment.round.RoundStore;
import org.prongsai.messaging.PostgresClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Closes the pools whose window is over, under a lock that no extension of the window can pass. */
@Component
class DrainJob {

    private static final Logger LOG = LoggerFactory.getLogger(DrainJob.class);

    private static final double NANOS = 1e9;

    private final PostgresClient assessment;
    private final RoundStore rounds;
    private final DrainReader reader;
    private final ReleaseWriter release;
    private final Clock clock;
    private volatile long passed = System.nanoTime();
    private volatile int overdue;

    DrainJob(
            @Qualifier("assessment") PostgresClient assessment,
            RoundStore rounds,
            DrainReader reader,
            ReleaseWriter release,
            Clock clock,
            MeterRegistry meters) {
        this.assessment = assessment;
        this.rounds = rounds;
        this.reader = reader;
        this.release = release;
        this.clock = clock;
        Gauge.builder("prongsai.drain.overdue", this, job -> job.overdue)
                .description("Pools whose window is over and which still hold their answers")
                .register(meters);
        Gauge.builder("prongsai.drain.age", this, job -> (System.nanoTime() - job.passed) / NANOS)
                .description("Seconds since all pools whose window is over were last closed")
                .baseUnit("seconds")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "${prongsai.release.every}")
    void look() {
        try {
            drain();
        } catch (RuntimeException e) {
            LOG.warn("Pools whose window is over stay open until the next pass: {}", e.toString());
        }
    }

    void drain() {
        var found = Objects.requireNonNull(reader.overdue(clock.instant()).block());
        overdue = found.pools().size();
        release.portions(found.pools())
                .concatMap(portion -> assessment.inTransaction(close(portion, found.paths())))
                .blockLast();
        overdue = 0;
        passed = System.nanoTime();
    }

    /** This transaction idles while answers leave in another database, and must hold its lock until the last has left. */
    private Flux<Round> held(Flux<Round> shared) {
        return assessment
                .sql()
                .sql("set local idle_in_transaction_session_timeout = 0")
                .then()
                .thenMany(shared);
    }

    private Mono<Integer> close(List<Pool> portion, Map<String, List<String>> paths) {
        var names =
                portion.stream().map(pool -> pool.place().round()).distinct().toList();
        return held(rounds.share(names)).collectMap(Round::round).flatMap(locked -> {
            // The instant is taken under the lock: an extension that came first moved the end out of reach.
            var overdue = new Overdue(locked, clock.instant());
            return release.drain(overdue.pools(portion, paths));
        });
    }
}
