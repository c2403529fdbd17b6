package org.prongsai.notification.reminder;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.prongsai.messaging.LoopJob;
import org.prongsai.notification.register.RegisterStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks at all deadlines now and then, and writes the reminders that have become due. */
@Component
class ReminderJob extends LoopJob {
    private static final Logger LOG = LoggerFactory.getLogger(ReminderJob.class);
    /** Messages written in one transaction. */
    private static final int CHUNK = 500;

    private final RegisterStore register;
    private final ReminderStore reminders;
    private final ReminderPlan plan;
    private final Clock clock;

    ReminderJob(RegisterStore register, ReminderStore reminders, ReminderSettings settings, Clock clock) {
        super("reminders", settings.every());
        this.register = register;
        this.reminders = reminders;
        this.plan = settings.plan();
        this.clock = clock;
    }

    @Override
    protected boolean work() {
        var now = clock.instant();
        var known = Objects.requireNonNull(register.read().block());
        var told = Objects.requireNonNull(reminders.told(now).block());
        var due = plan.due(known, told, now);
        if (!due.isEmpty()) write(Mailing.of(known), due, now);
        return false;
    }

    private void write(Mailing mailing, List<Reminder> due, Instant now) {
        for (int from = 0; from < due.size(); from += CHUNK) {
            var some = due.subList(from, Math.min(due.size(), from + CHUNK));
            LOG.info(
                    "{} reminders written",
                    reminders.write(worded(mailing, some, now), now).block());
        }
    }

    private static List<Worded> worded(Mailing mailing, List<Reminder> due, Instant now) {
        return due.stream()
                .map(reminder -> new Worded(reminder, mailing.message(reminder, UUID.randomUUID(), now)))
                .toList();
    }
}
