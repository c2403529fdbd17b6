package org.prongsai.assessment.turnout;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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
    private volatile @Nullable Instant taken;

    TurnoutJob(TurnoutStore store, List<MorningWriter> others, Clock clock, MeterRegistry meters) {
        this.store = store;
        this.others = others;
        this.clock = clock;
        Gauge.builder("prongsai.turnout.age", this, TurnoutJob::age)
                .description("Seconds since turnout was last counted; not a number before the first time")
                .baseUnit("seconds")
                .register(meters);
    }

    private double age() {
        var last = taken;
        return last == null
                ? Double.NaN
                : Duration.between(last, clock.instant()).toSeconds();
    }

    @Scheduled(cron = Morning.CRON, zone = "Asia/Bangkok")
    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void look() {
        try {
            count();
            taken = store.taken().block();
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
