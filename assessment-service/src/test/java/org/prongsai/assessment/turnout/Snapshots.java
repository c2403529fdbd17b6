package org.prongsai.assessment.turnout;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.methodology.calendar.Dates;

/** Mornings that come when a test wants them. */
public final class Snapshots {

    private Snapshots() {}

    /** The next morning at six: whatever is counted then is counted. */
    public static LocalDate morning(AssessmentWorld world) {
        var day = world.one(
                "responses", LocalDate.class, "select greatest(max(day), date '2100-01-01') + 1 from turnout_day");
        var context = world.context();
        var others = context.getBeanProvider(MorningWriter.class).stream().toList();
        var six =
                Clock.fixed(day.atTime(LocalTime.of(6, 0)).atZone(Dates.BANGKOK).toInstant(), Dates.BANGKOK);
        new TurnoutJob(context.getBean(TurnoutStore.class), others, six, new SimpleMeterRegistry()).count();
        return day;
    }
}
