package org.prongsai.assessment.letter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.letter.Outcome.Later;
import org.prongsai.assessment.letter.Outcome.Never;
import org.prongsai.assessment.letter.Outcome.Sent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends letters that are due, one after the other, and forgets each when the mail server has taken it. A sender that dies
 * in between lets it be sent again, under the same Message-ID. It has a thread of its own: a mail server that says nothing
 * must not keep other jobs waiting.
 */
@Component
class LetterJob implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LetterJob.class);
    private static final Duration FAREWELL = Duration.ofSeconds(8);

    private final LetterStore letters;
    private final LetterWriter writer;
    private final MailClient mail;
    private final LetterSettings settings;
    private final Clock clock;
    private final MeterRegistry meters;
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private @Nullable Thread thread;
    private boolean stuck;

    LetterJob(
            LetterStore letters,
            LetterWriter writer,
            MailClient mail,
            LetterSettings settings,
            Clock clock,
            MeterRegistry meters) {
        this.letters = letters;
        this.writer = writer;
        this.mail = mail;
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
        Stream.of(Sent.class, Later.class, Never.class).forEach(this::attempts);
    }

    /** Whether the next letter may follow at once: none is due, or the server is in trouble, if it may not. */
    boolean send() {
        var now = clock.instant();
        var letter = letters.claim(now, now.plus(settings.lease())).block();
        if (letter == null) {
            return false;
        }
        var outcome = now.isBefore(letter.until()) ? mail.send(letter, now) : new Never("too late");
        count(outcome);
        return settle(letter, outcome);
    }

    private boolean settle(Letter letter, Outcome outcome) {
        switch (outcome) {
            case Sent() -> letters.delete(letter).block();
            case Never(var reason) -> {
                LOG.warn("A letter was given up at attempt {}: {}", letter.attempts(), reason);
                writer.giveUp(letter).block();
            }
            case Later(var reason) ->
                letters.later(letter, settings.retry(letter.attempts(), clock.instant()))
                        .block();
        }
        return flows(outcome);
    }

    /** Said once when the trouble begins and once when it ends: of thousands of letters each would say the same. */
    private boolean flows(Outcome outcome) {
        if (outcome instanceof Later(var reason)) {
            if (!stuck) {
                LOG.warn("Letters wait for the mail server: {}", reason);
            }
            stuck = true;
            return false;
        }
        if (stuck && outcome instanceof Sent) {
            LOG.info("Letters go out again");
            stuck = false;
        }
        return true;
    }

    private void count(Outcome outcome) {
        attempts(outcome.getClass()).increment();
    }

    private Counter attempts(Class<?> outcome) {
        return Counter.builder("prongsai.letters.attempts")
                .description("Letters with codes handed to the mail server, by how it ended")
                .tag("outcome", outcome.getSimpleName().toLowerCase(Locale.ROOT))
                .register(meters);
    }

    // More than once a night: a service that is started anew just then would leave the day as it came.
    @Scheduled(cron = "0 50 2-4 * * *", zone = "Asia/Bangkok")
    void rewrite() {
        try {
            letters.rewrite().block();
        } catch (RuntimeException e) {
            LOG.warn("Letters that were sent lie sealed in their file until the next night: {}", e.toString());
        }
    }

    private void loop() {
        try {
            while (!stopped.await(0, TimeUnit.MILLISECONDS)) {
                if (!sent()) {
                    stopped.await(settings.every().toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** What goes wrong is named by its kind: nothing that a letter knows may come into the log. */
    private boolean sent() {
        try {
            return send();
        } catch (RuntimeException e) {
            if (isRunning()) {
                LOG.warn("Letters are tried again: {}", e.getClass().getSimpleName());
            }
            return false;
        }
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        thread = Thread.ofVirtual().name("letters").start(this::loop);
    }

    /** Lets the letter at hand come to its end: half sent it would be sent again. */
    @Override
    public void stop() {
        stopped.countDown();
        var working = thread;
        try {
            if (working != null) {
                working.join(FAREWELL);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }
}
