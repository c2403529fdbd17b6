package org.prongsai.notification.reminder;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.prongsai.notification.message.Template;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * When people are reminded of what.
 *
 * @param every how often deadlines are looked at
 * @param at Bangkok time of day at which a reminder becomes due
 * @param daysBefore days before a window's last day
 * @param duties role that is reminded, by step
 */
@ConfigurationProperties("prongsai.reminders")
record ReminderSettings(Duration every, LocalTime at, List<Integer> daysBefore, Map<String, String> duties) {
    ReminderSettings {
        for (int days : daysBefore)
            if (days < 0 || days > 365)
                throw new IllegalArgumentException(
                        "prongsai.reminders.days-before has " + days + ", expected 0 to 365 days");
        for (String step : duties.keySet())
            if (!Template.STEPS.contains(step))
                throw new IllegalArgumentException("prongsai.reminders.duties has the step " + step
                        + ", expected one that has texts: " + Template.STEPS);
    }

    ReminderPlan plan() {
        return new ReminderPlan(duties, new Ladder(daysBefore, at));
    }
}
