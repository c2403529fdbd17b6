package org.prongsai.scoring.score;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prongsai.messaging.PostgresClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Scores anew what changes because a window ended, with nothing happening. */
@Component
class ScoreJob {
    private static final Logger LOG = LoggerFactory.getLogger(ScoreJob.class);
    private static final Unit BEFORE_ALL = new Unit("", "");

    private final PostgresClient database;
    private final ScoreStore scores;
    private final ScoreWriter writer;
    private final DueSettings settings;
    private final Clock clock;
    private volatile @Nullable Instant waiting;

    ScoreJob(
            PostgresClient database,
            ScoreStore scores,
            ScoreWriter writer,
            DueSettings settings,
            Clock clock,
            MeterRegistry meters) {
        this.database = database;
        this.scores = scores;
        this.writer = writer;
        this.settings = settings;
        this.clock = clock;
        Gauge.builder("prongsai.due.age", this, ScoreJob::age)
                .description("Seconds since the first end of a window that some score does not know of; 0 when none")
                .baseUnit("seconds")
                .register(meters);
    }

    private double age() {
        var since = waiting;
        return since == null
                ? 0
                : Math.max(0, Duration.between(since, clock.instant()).toSeconds());
    }

    @Scheduled(fixedDelayString = "${prongsai.due.every}")
    void look() {
        try {
            var now = clock.instant();
            waiting = waiting(now);
            var done = Optional.of(BEFORE_ALL);
            while (done.isPresent()) done = pass(now, done.get()).blockOptional();
            waiting = waiting(now);
        } catch (RuntimeException failed) {
            LOG.warn("Scores that are due wait: {}", failed.getClass().getSimpleName());
        }
    }

    private @Nullable Instant waiting(Instant now) {
        return scores.dueSince(now).blockOptional().flatMap(since -> since).orElse(null);
    }

    /** The last of the units that were looked at; none if no more are due. One that stays due is passed over. */
    private Mono<Unit> pass(Instant now, Unit behind) {
        return database.inTransaction(scores.due(now, behind, settings.atMost())
                .filter(units -> !units.isEmpty())
                .flatMap(units -> writer.rescore(units, now).thenReturn(units.getLast())));
    }
}
