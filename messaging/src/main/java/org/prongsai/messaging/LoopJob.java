package org.prongsai.messaging;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Does its work again and again on a virtual thread, where blocking costs nothing, until the service stops. */
public abstract class LoopJob implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LoopJob.class);
    private static final Duration FAREWELL = Duration.ofSeconds(8);

    private final String name;
    private final Duration every;
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private @Nullable Thread thread;

    protected LoopJob(String name, Duration every) {
        this.name = name;
        this.every = every;
    }

    /** One piece of work; whether the next one should follow at once. */
    protected abstract boolean work();

    private void loop() {
        try {
            while (!stopped.await(0, TimeUnit.MILLISECONDS)) {
                if (!worked()) stopped.await(every.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException ended) {
            LOG.debug("{} was interrupted", name);
        }
    }

    /** Without the failure's own words: those of a database or a mail server quote whom it was about. */
    private boolean worked() {
        try {
            return work();
        } catch (RuntimeException failed) {
            if (isRunning()) LOG.warn("{} tries again in {}: {}", name, every, CauseReader.name(failed));
            return false;
        }
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        thread = Thread.ofVirtual().name(name).start(this::loop);
    }

    /** Lets the piece of work at hand come to its end: a message half sent would be sent again. */
    @Override
    public void stop() {
        stopped.countDown();
        var working = thread;
        try {
            if (working != null) working.join(FAREWELL);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }
}
