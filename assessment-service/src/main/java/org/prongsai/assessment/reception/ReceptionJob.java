package org.prongsai.assessment.reception;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.pool.Place;
import org.prongsai.methodology.calendar.Dates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Counts apart what answers came with, in memory, and writes it down for many of them at once. */
@Component
public class ReceptionJob implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ReceptionJob.class);

    private final ReceptionStore store;
    private final Clock clock;
    private final Waiting waiting = new Waiting();

    ReceptionJob(ReceptionStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * The first answer of a token came to this place.
     *
     * @param k no fewer are written down together
     */
    public void came(Place place, int k, @Nullable String language, @Nullable String capacity) {
        waiting.add(place, k, LocalDate.ofInstant(clock.instant(), Dates.BANGKOK), language, capacity);
    }

    @Scheduled(fixedDelayString = "${prongsai.reception.every}", initialDelayString = "${prongsai.reception.every}")
    void write() {
        write(false);
    }

    /** Whatever has gathered is written before it would be lost. */
    @Override
    public void destroy() {
        write(true);
    }

    void write(boolean all) {
        var rows = waiting.take(all);
        try {
            store.add(rows).block();
        } catch (RuntimeException e) {
            waiting.putBack(rows);
            LOG.warn("What answers came with is counted in memory alone until the next pass: {}", e.toString());
        }
    }
}
