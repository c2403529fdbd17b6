package org.prongsai.contracts.notification;

import org.prongsai.contracts.Event;

/** What the notification service tells. */
public sealed interface NotificationEvent extends Event permits MessageSent {}
