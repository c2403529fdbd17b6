package org.prongsai.assessment.amendment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import org.prongsai.assessment.round.Round;
import org.prongsai.methodology.calendar.Dates;
import org.prongsai.methodology.calendar.Step;

/**
 * How far a round has come.
 *
 * @param answered whether anybody has answered anywhere
 * @param filing whether some unit may have filed something, or may have been marked
 * @param today the day in Bangkok
 */
record Moment(boolean answered, boolean filing, LocalDate today) {

    static Moment of(Round round, boolean answered, Instant now) {
        boolean filing = EnumSet.range(Step.OIT, Step.PUBLICATION).stream().anyMatch(step -> round.begun(step, now));
        return new Moment(answered, filing, now.atZone(Dates.BANGKOK).toLocalDate());
    }
}
