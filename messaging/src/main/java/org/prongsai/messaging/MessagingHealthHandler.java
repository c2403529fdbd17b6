package org.prongsai.messaging;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Says how events are told and heard, and is always up: without Kafka people are served and events wait in their outbox. To
 * turn people away would mend nothing and be the greater harm.
 */
final class MessagingHealthHandler implements HealthIndicator {

    private final Supplier<Map<String, String>> conditions;

    private MessagingHealthHandler(Supplier<Map<String, String>> conditions) {
        this.conditions = conditions;
    }

    static MessagingHealthHandler of(InboxJob inboxes) {
        return new MessagingHealthHandler(inboxes::conditions);
    }

    static MessagingHealthHandler of(List<OutboxRelay> relays) {
        return new MessagingHealthHandler(
                () -> relays.stream().collect(Collectors.toMap(OutboxRelay::name, OutboxRelay::words)));
    }

    @Override
    public Health health() {
        return Health.up().withDetails(conditions.get()).build();
    }
}
