package org.prongsai.notification.reminder;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How many days before a window's last day a reminder is due, and at what time of the day in Bangkok. */
record Ladder(List<Integer> daysBefore, LocalTime at) {
    Ladder {
        daysBefore = List.copyOf(daysBefore);
    }

    /** The lowest rung reached while the window is open: whoever missed rungs is reminded once, of the last one. */
    Optional<Integer> reached(Deadline deadline, Instant now) {
        if (!deadline.open(now)) return Optional.empty();
        return daysBefore.stream()
                .filter(days -> !now.isBefore(deadline.before(days, at)))
                .min(Comparator.naturalOrder());
    }
}
