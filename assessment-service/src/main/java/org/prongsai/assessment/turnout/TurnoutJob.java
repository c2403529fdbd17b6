package org.prongsai.assessment.turnout;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Counts the turnout of every round in the morning, and what else is counted then; who was down then makes up for it after the start. */
@Component
class TurnoutJob {

    private static final Logger LOG = LoggerFactory.getLogger(TurnoutJob.class);

    private final TurnoutStore store;
    private final List<MorningWriter> others;
    private final Clock clock;

    TurnoutJob(TurnoutStore store, List<MorningWriter> others, Clock clock) {
        this.store = store;
        this.others = others;
        this.clock = clock;
    }

    @Scheduled(cron = Morning.CRON, zone = "Asia/Bangkok")
    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void look() {
        try {
            count();
        } catch (RuntimeException e) {
            LOG.warn("Turnout stays as of the morning before until the next attempt: {}", e.toString());
        }
    }

    void count() {
        var now = clock.instant();
        Morning.due(now).ifPresent(day -> store.take(day, now)
                .thenMany(Flux.fromIterable(others))
                .concatMap(other -> other.take(day, now))
                .blockLast());
    }
}
