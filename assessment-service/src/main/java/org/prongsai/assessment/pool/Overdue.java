package org.prongsai.assessment.pool;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.prongsai.assessment.round.Round;
import org.prongsai.methodology.calendar.Step;
import org.prongsai.methodology.calendar.StepWindows;

/** What is over at an instant by these rounds; a calendar is walked once for each survey, not for each of its pools. */
record Overdue(Map<String, Round> rounds, Instant now) {

    /** Surveys whose window is over for some unit, though perhaps for none that was asked. */
    List<SurveyKey> surveys(Collection<SurveyKey> open) {
        return open.stream().filter(this::someWindowOver).toList();
    }

    private boolean someWindowOver(SurveyKey survey) {
        return round(survey)
                .flatMap(round -> Step.find(survey.instrument()).flatMap(round::earliestEnd))
                .filter(end -> !now.isBefore(end))
                .isPresent();
    }

    /** @param paths root … self by agency; the pools of an agency that is not among them stay open */
    List<Pool> pools(List<Pool> open, Map<String, List<String>> paths) {
        var windows = new HashMap<SurveyKey, Optional<StepWindows>>();
        return open.stream()
                .filter(pool -> windows.computeIfAbsent(pool.place().survey(), this::windows)
                        .flatMap(all -> Optional.ofNullable(
                                        paths.get(pool.place().agency()))
                                .flatMap(all::of))
                        .filter(window -> window.over(now))
                        .isPresent())
                .toList();
    }

    private Optional<StepWindows> windows(SurveyKey survey) {
        return round(survey).flatMap(round -> Step.find(survey.instrument()).map(round::windows));
    }

    private Optional<Round> round(SurveyKey survey) {
        return Optional.ofNullable(rounds.get(survey.round()));
    }
}
