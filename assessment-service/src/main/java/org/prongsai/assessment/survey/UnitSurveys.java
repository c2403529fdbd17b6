package org.prongsai.assessment.survey;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.agency.Agency;
import org.prongsai.methodology.calendar.Window;

/** What the people of a unit and its visitors can answer: what is open first, and nothing that is long over. */
record UnitSurveys(Unit agency, List<Entry> surveys) {

    /** A round whose surveys have all been over for longer than this is left out. */
    private static final Duration SHOWN_FOR = Duration.ofDays(365);

    private static final List<String> STATES = List.of("open", "ahead", "over");

    private static final Comparator<Entry> ORDER = Comparator.comparingInt(
                    (Entry entry) -> STATES.indexOf(entry.state()))
            .thenComparing(Comparator.comparing(Entry::opens).reversed())
            .thenComparing(Entry::round);

    /** @param path slugs from the root to the unit itself */
    record Unit(
            String agency,
            List<String> path,
            String type,
            @Nullable String province,
            Map<String, String> name) {}

    /**
     * A survey of a round.
     *
     * @param lead the unit to which answers go, because this one is assessed as part of it
     * @param state {@code ahead}, {@code open} or {@code over}
     * @param questions how many are asked
     * @param open whether somebody without a ticket can answer some part of it
     */
    record Entry(
            String round,
            Map<String, String> title,
            boolean synthetic,
            boolean rehearsal,
            String instrument,
            String framework,
            @Nullable String lead,
            String state,
            Instant opens,
            Instant closes,
            List<String> languages,
            int questions,
            boolean open) {}

    /** @param found of all rounds, each round's in the order of its framework */
    static UnitSurveys of(Agency agency, List<UnitSurvey> found, Instant now) {
        var ends = found.stream()
                .map(UnitSurvey::survey)
                .collect(Collectors.toMap(Survey::round, UnitSurveys::end, UnitSurveys::later));
        return new UnitSurveys(
                unit(agency),
                found.stream()
                        .filter(each -> recent(ends.get(each.survey().round()), now))
                        .map(each -> entry(each, now))
                        .sorted(ORDER)
                        .toList());
    }

    private static Instant end(Survey survey) {
        return survey.window().to();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static boolean recent(@Nullable Instant end, Instant now) {
        return end != null && !now.isAfter(end.plus(SHOWN_FOR));
    }

    private static Unit unit(Agency agency) {
        return new Unit(agency.agency(), agency.path(), agency.type(), agency.province(), agency.name());
    }

    private static Entry entry(UnitSurvey each, Instant now) {
        var survey = each.survey();
        var state = survey.of().state();
        Window window = survey.window();
        return new Entry(
                survey.round(),
                state.title(),
                state.synthetic(),
                state.rehearsal(),
                survey.instrument(),
                state.framework(),
                each.lead(),
                survey.state(now),
                window.from(),
                window.to(),
                survey.framework().languages(),
                survey.form().size(),
                survey.parts().stream().anyMatch(survey::open));
    }
}
