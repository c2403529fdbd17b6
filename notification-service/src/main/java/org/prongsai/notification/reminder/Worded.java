package org.prongsai.notification.reminder;

import org.prongsai.notification.message.Message;

/** A reminder and the message that it becomes. */
record Worded(Reminder reminder, Message message) {}
