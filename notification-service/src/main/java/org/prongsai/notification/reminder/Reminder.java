package org.prongsai.notification.reminder;

import java.time.Instant;

/** One person is told once about one rung of one deadline of one unit. */
record Reminder(String round, String step, String agency, String person, int daysBefore, Instant deadline) {}
