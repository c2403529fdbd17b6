package org.prongsai.assessment.pool;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.prongsai.messaging.PostgresClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Counts once a minute how many answers wait in all pools together; of one unit no meter tells. */
@Component
class WaitingJob {

    private static final Logger LOG = LoggerFactory.getLogger(WaitingJob.class);

    static final String COUNT = "select count(*) from response w where w.waiting and w.pool > 0";

    private final PostgresClient responses;
    private volatile double waiting = Double.NaN;

    WaitingJob(@Qualifier("responses") PostgresClient responses, MeterRegistry meters) {
        this.responses = responses;
        Gauge.builder("prongsai.pool.waiting", this, job -> job.waiting)
                .description("Answers that wait in their pools, of all units together, as of the last minute")
                .register(meters);
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void count() {
        try {
            waiting = Objects.requireNonNull(responses
                    .sql()
                    .sql(COUNT)
                    .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                    .one()
                    .block());
        } catch (RuntimeException e) {
            waiting = Double.NaN;
            LOG.warn("Nobody knows how many answers wait until the next minute: {}", e.toString());
        }
    }
}
