package org.prongsai.assessment.turnout;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.prongsai.methodology.calendar.Dates;

/** Six o'clock in Bangkok, when turnout is counted for everybody but the authority. */
final class Morning {

    static final String CRON = "0 0 6 * * *";
    private static final int HOUR = 6;

    private Morning() {}

    /**
     * The day whose count is due from six o'clock on. Who missed it makes up for it until midnight and not later, so that
     * a night lies between any two counts: from two close together it would show who answered in between.
     */
    static Optional<LocalDate> due(Instant now) {
        var here = now.atZone(Dates.BANGKOK);
        return here.getHour() < HOUR ? Optional.empty() : Optional.of(here.toLocalDate());
    }

    /** An instant as people there read it, to the second. */
    static OffsetDateTime local(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).atZone(Dates.BANGKOK).toOffsetDateTime();
    }
}
