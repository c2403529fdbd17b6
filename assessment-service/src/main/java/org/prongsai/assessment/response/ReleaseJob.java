package org.prongsai.assessment.response;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets answers go from live pools while they fill, and rewrites the waiting ones at night. */
@Component
class ReleaseJob {

    private static final Logger LOG = LoggerFactory.getLogger(ReleaseJob.class);

    private final ReleaseWriter release;

    ReleaseJob(ReleaseWriter release) {
        this.release = release;
    }

    @Scheduled(fixedDelayString = "${prongsai.release.every}")
    void letGo() {
        try {
            release.live().block();
        } catch (RuntimeException e) {
            LOG.warn("Answers stay in their pools until the next pass: {}", e.toString());
        }
    }

    @Scheduled(cron = "0 30 2 * * *", zone = "Asia/Bangkok")
    void reshuffle() {
        release.reshuffle().block();
    }
}
