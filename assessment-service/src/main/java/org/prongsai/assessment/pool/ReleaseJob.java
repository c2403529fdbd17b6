package org.prongsai.assessment.pool;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.prongsai.assessment.night.NightJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets answers go from live pools while they fill, and rewrites the waiting ones at night. */
@Component
class ReleaseJob {

    private static final Logger LOG = LoggerFactory.getLogger(ReleaseJob.class);

    private static final double NANOS = 1e9;

    private final ReleaseWriter release;
    private final NightJob night;
    private volatile long passed = System.nanoTime();

    ReleaseJob(ReleaseWriter release, @Qualifier("answersNight") NightJob night, MeterRegistry meters) {
        this.release = release;
        this.night = night;
        Gauge.builder("prongsai.release.age", this, job -> (System.nanoTime() - job.passed) / NANOS)
                .description("Seconds since the live pools were last looked through to the end")
                .baseUnit("seconds")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "${prongsai.release.every}")
    void letGo() {
        try {
            release.live().block();
            passed = System.nanoTime();
        } catch (RuntimeException e) {
            LOG.warn("Answers stay in their pools until the next pass: {}", e.toString());
        }
    }

    // More than once a night: a service that is started anew just then would leave the day as it came.
    @Scheduled(cron = "0 30 2-4 * * *", zone = "Asia/Bangkok")
    void reshuffle() {
        try {
            if (Boolean.TRUE.equals(release.reshuffle().block())) {
                night.done();
            }
        } catch (RuntimeException e) {
            LOG.warn("Waiting answers lie until the next night as they came: {}", e.toString());
        }
    }
}
