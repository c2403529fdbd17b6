package org.prongsai.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts again and again what inboxes have parked, whichever process did it, so that it is told until it is settled. */
final class ParkedJob extends LoopJob {

    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final List<InboxHandler> handlers;
    private final Map<String, Long> counts = new ConcurrentHashMap<>();

    ParkedJob(List<InboxHandler> handlers, MeterRegistry meters) {
        super("parked", EVERY);
        this.handlers = handlers;
        handlers.forEach(handler -> Gauge.builder("prongsai.inbox.unsettled", counts, c -> count(c, handler.name()))
                .description("Parked events that nothing has settled since, as last counted;"
                        + " NaN before they were counted for the first time")
                .tag("inbox", handler.name())
                .register(meters));
    }

    private static double count(Map<String, Long> counts, String inbox) {
        Long count = counts.get(inbox);
        return count == null ? Double.NaN : count;
    }

    @Override
    protected boolean work() {
        handlers.forEach(this::count);
        return false;
    }

    /** While the database is silent, which is another job's to say, what was counted last still lies there. */
    private void count(InboxHandler handler) {
        new InboxStore(handler.database().sql(), handler.name())
                .unsettled()
                .timeout(PATIENCE)
                .onErrorComplete()
                .blockOptional()
                .ifPresent(count -> counts.put(handler.name(), count));
    }
}
