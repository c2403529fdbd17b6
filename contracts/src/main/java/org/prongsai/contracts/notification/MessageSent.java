package org.prongsai.contracts.notification;

import java.util.UUID;

/**
 * A person responsible for a unit was told something.
 *
 * @param kind which rule wrote it, for example {@code deadline-reminder}
 * @param channel {@code email} or {@code line}
 */
public record MessageSent(UUID message, String round, String agency, String kind, String channel)
        implements NotificationEvent {
    @Override
    public String subject() {
        return agency;
    }
}
