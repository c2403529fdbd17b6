package org.prongsai.notification.message;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prongsai.messaging.LoopJob;
import org.prongsai.notification.message.Outcome.Later;
import org.prongsai.notification.message.Outcome.Never;
import org.prongsai.notification.message.Outcome.Sent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Sends what is due: takes one message up, sends it, writes down how it went. A sender that dies in between lets it be
 * sent again, under the same Message-ID.
 */
@Component
class DeliveryJob extends LoopJob {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryJob.class);

    private final MessageStore messages;
    private final MailClient mail;
    private final MailSettings settings;
    private final Clock clock;
    private final MeterRegistry meters;

    DeliveryJob(MessageStore messages, MailClient mail, MailSettings settings, Clock clock, MeterRegistry meters) {
        super("delivery", settings.every());
        this.messages = messages;
        this.mail = mail;
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
        Stream.of(Sent.class, Later.class, Never.class).forEach(this::attempts);
    }

    @Override
    protected boolean work() {
        var letter = claim();
        if (letter == null) return false;
        var outcome = mail.send(letter, clock.instant());
        count(outcome);
        settle(letter, outcome, clock.instant()).block();
        return true;
    }

    private @Nullable Letter claim() {
        var now = clock.instant();
        return messages.claim(now, now.plus(settings.lease())).block();
    }

    private Mono<Void> settle(Letter letter, Outcome outcome, Instant now) {
        return switch (outcome) {
            case Sent() -> messages.sent(letter, now);
            case Never(var reason) -> failed(letter, reason);
            case Later(var reason) ->
                settings.retry(letter.attempts(), now)
                        .map(next -> messages.later(letter, next, reason))
                        .orElseGet(() -> failed(letter, reason));
        };
    }

    private Mono<Void> failed(Letter letter, String reason) {
        LOG.error("Message {} failed after {} attempts: {}", letter.message(), letter.attempts(), reason);
        return messages.failed(letter, reason);
    }

    private void count(Outcome outcome) {
        attempts(outcome.getClass()).increment();
    }

    private Counter attempts(Class<?> outcome) {
        return Counter.builder("prongsai.mail.attempts")
                .description("Messages handed to the mail server, by how it ended")
                .tag("outcome", outcome.getSimpleName().toLowerCase(Locale.ROOT))
                .register(meters);
    }
}
