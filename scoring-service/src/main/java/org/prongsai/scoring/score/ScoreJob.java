package org.prongsai.scoring.score;

import java.time.Clock;
import java.time.Instant;
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

    private final PostgresClient database;
    private final ScoreStore scores;
    private final ScoreWriter writer;
    private final DueSettings settings;
    private final Clock clock;

    ScoreJob(PostgresClient database, ScoreStore scores, ScoreWriter writer, DueSettings settings, Clock clock) {
        this.database = database;
        this.scores = scores;
        this.writer = writer;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${prongsai.due.every}")
    void look() {
        try {
            int done = settings.atMost();
            while (done == settings.atMost())
                done = pass(clock.instant()).blockOptional().orElse(0);
        } catch (RuntimeException databaseAway) {
            LOG.warn("Scores that are due wait: {}", databaseAway.getMessage());
        }
    }

    /** How many units were looked at. */
    Mono<Integer> pass(Instant now) {
        return database.inTransaction(scores.due(now, settings.atMost())
                .flatMap(units -> writer.rescore(units, Moment.exact(now)).thenReturn(units.size())));
    }
}
