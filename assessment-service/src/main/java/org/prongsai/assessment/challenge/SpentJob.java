package org.prongsai.assessment.challenge;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets spent puzzles that nobody could answer with any more. */
@Component
class SpentJob {

    private static final Logger LOG = LoggerFactory.getLogger(SpentJob.class);

    private final SpentStore spent;
    private final Clock clock;

    SpentJob(SpentStore spent, Clock clock) {
        this.spent = spent;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void purge() {
        try {
            spent.purge(clock.instant()).block();
        } catch (RuntimeException e) {
            LOG.warn("Spent puzzles are kept until the next pass: {}", e.toString());
        }
    }
}
