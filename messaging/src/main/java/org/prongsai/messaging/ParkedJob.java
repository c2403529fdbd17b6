package org.prongsai.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

/** Counts again and again what inboxes have parked, whichever process did it, so that it is told until it is settled. */
final class ParkedJob implements SmartLifecycle {

    private static final Duration EVERY = Duration.ofSeconds(5);

    private final List<InboxHandler> handlers;
    private final Map<String, Long> counts = new ConcurrentHashMap<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean running;

    ParkedJob(List<InboxHandler> handlers, MeterRegistry meters) {
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

    private void loop() {
        try {
            do {
                handlers.forEach(this::count);
            } while (!stopped.await(EVERY.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** While the database is silent, which is another job's to say, what was counted last still lies there. */
    private void count(InboxHandler handler) {
        new InboxStore(handler.database().sql(), handler.name())
                .unsettled()
                .timeout(EVERY)
                .onErrorComplete()
                .blockOptional()
                .ifPresent(count -> counts.put(handler.name(), count));
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("parked").start(this::loop);
    }

    @Override
    public void stop() {
        running = false;
        stopped.countDown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
