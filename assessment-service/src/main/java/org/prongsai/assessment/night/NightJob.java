package org.prongsai.assessment.night;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.Scheduled;
import reactor.core.publisher.Mono;

/** Knows when a night's work was last done to its end, by whichever process: the database in which it is done remembers. */
public class NightJob {

    private static final Logger LOG = LoggerFactory.getLogger(NightJob.class);

    private final DatabaseClient sql;
    private final Clock clock;
    private volatile @Nullable Instant last;

    public NightJob(DatabaseClient sql, String meter, Clock clock, MeterRegistry meters) {
        this.sql = sql;
        this.clock = clock;
        Gauge.builder(meter, this, NightJob::age)
                .description(
                        "Seconds since all of it was last rewritten; before the first time, since its tables were made")
                .baseUnit("seconds")
                .register(meters);
    }

    private double age() {
        var done = last;
        return done == null
                ? Double.NaN
                : Duration.between(done, clock.instant()).toSeconds();
    }

    /** Another process may have done it. */
    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    public void look() {
        remember(sql.sql("select done from night").map(NightJob::done).one());
    }

    /** Just now, and all of it. */
    public void done() {
        remember(sql.sql("update night set done = :now returning done")
                .bind("now", clock.instant())
                .map(NightJob::done)
                .one());
    }

    private void remember(Mono<Instant> done) {
        try {
            last = done.block();
        } catch (RuntimeException e) {
            LOG.warn("When the work of a night was last done is looked up again in ten minutes: {}", e.toString());
        }
    }

    private static Instant done(Readable row) {
        return Objects.requireNonNull(row.get("done", Instant.class));
    }
}
