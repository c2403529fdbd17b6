package org.prongsai.assessment.survey;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.agency.Agency;
import org.prongsai.assessment.agency.AgencyStore;
import org.prongsai.assessment.framework.FrameworkStore;
import org.prongsai.assessment.round.Round;
import org.prongsai.assessment.round.RoundStore;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.methodology.calendar.Step;
import org.prongsai.methodology.calendar.Window;
import org.prongsai.web.Fault;
import org.prongsai.web.Problem;
import org.prongsai.web.ProblemType;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.function.Tuple2;

/** Finds the survey of a round, for everybody or for one unit that takes part; says which of the names is unknown. */
@Component
public class SurveyReader {

    private static final long MOST_AGAIN = 3;

    private final RoundStore rounds;
    private final AgencyStore agencies;
    private final FrameworkStore frameworks;
    private final Surveys made = new Surveys();

    SurveyReader(RoundStore rounds, AgencyStore agencies, FrameworkStore frameworks) {
        this.rounds = rounds;
        this.agencies = agencies;
        this.frameworks = frameworks;
    }

    /** The survey with the window of the whole round. */
    public Mono<Survey> ofRound(String round, String instrument) {
        return round(round).flatMap(r -> survey(r, instrument, List.of()));
    }

    /** The survey with the window of a participating unit. */
    public Mono<Survey> ofUnit(String round, String agency, String instrument) {
        return participant(round, agency)
                .flatMap(t -> survey(t.getT1(), instrument, t.getT2().path()));
    }

    /** The round and its framework, whatever has a window. */
    public Mono<Standard> standard(String round) {
        return round(round).flatMap(this::standard);
    }

    /** The same for a participating unit. */
    public Mono<Standard> standardOfUnit(String round, String agency) {
        return participant(round, agency).flatMap(t -> standard(t.getT1()));
    }

    private Mono<Standard> standard(Round round) {
        return frameworks.find(round.state().framework()).map(framework -> new Standard(round, framework));
    }

    private Mono<Tuple2<Round, Agency>> participant(String round, String agency) {
        return Mono.zip(round(round), agency(agency)).flatMap(t -> {
            var state = t.getT1().state();
            return state.includes(t.getT2().candidate())
                    ? Mono.just(t)
                    : Mono.error(absent(state, agency).refusal());
        });
    }

    /**
     * Does something with the survey of a participating unit. Where that comes back empty, because the round is another
     * one meanwhile ({@link RoundStore#whileIs}), it is done anew with the survey as it is then.
     */
    public <T> Mono<T> withUnit(String round, String agency, String instrument, Function<Survey, Mono<T>> work) {
        return Mono.defer(() -> ofUnit(round, agency, instrument).flatMap(work))
                .repeatWhenEmpty(again -> again.take(MOST_AGAIN))
                .switchIfEmpty(
                        Mono.error(() -> Problem.busy(Duration.ofSeconds(1)).refusal()));
    }

    /**
     * The surveys of all rounds that the people of this unit and its visitors were, are or will be asked, whether it takes
     * part in its own name or as part of another one.
     */
    Mono<List<UnitSurvey>> ofAgency(Agency agency) {
        return rounds.all()
                .map(all -> all.stream()
                        .filter(round -> round.state().covers(agency.candidate()))
                        .toList())
                .flatMap(mine -> paths(leads(agency, mine))
                        .map(paths -> mine.stream().map(round -> placed(agency, round, paths)))
                        .flatMapMany(Flux::fromStream)
                        .concatMap(this::surveys)
                        .collectList())
                .map(found -> found.stream().flatMap(List::stream).toList());
    }

    /** A unit's place in a round: its own, or that of the unit as part of which it is assessed. */
    private record Placed(Round round, @Nullable String lead, List<String> path) {}

    private static Set<String> leads(Agency agency, List<Round> rounds) {
        return rounds.stream()
                .flatMap(round -> round.state().lead(agency.agency()).stream())
                .collect(Collectors.toSet());
    }

    private Mono<Map<String, List<String>>> paths(Set<String> leads) {
        return leads.isEmpty() ? Mono.just(Map.of()) : agencies.paths(leads);
    }

    private static Placed placed(Agency agency, Round round, Map<String, List<String>> paths) {
        return round.state()
                .lead(agency.agency())
                .map(lead -> new Placed(round, lead, paths.getOrDefault(lead, List.of())))
                .orElseGet(() -> new Placed(round, null, agency.path()));
    }

    private Mono<List<UnitSurvey>> surveys(Placed place) {
        return standard(place.round()).map(standard -> standard.surveys().stream()
                .flatMap(each -> made.of(place.round(), standard.framework(), each.code(), place.path()).stream())
                .map(survey -> new UnitSurvey(survey, place.lead()))
                .toList());
    }

    private static Problem absent(RoundState state, String agency) {
        return state.lead(agency)
                .map(lead -> Problem.assessedJointly(state.round(), agency, lead))
                .orElseGet(() -> Problem.of(ProblemType.NOT_FOUND, agency)
                        .with(List.of(new Fault(
                                "/agency", "not-participating", "a unit of round " + state.round(), agency))));
    }

    /** The window of a step for one unit; empty if the round gives the step none. */
    public Mono<Optional<Window>> window(Round round, String agency, Step step) {
        return agency(agency).map(found -> round.window(step, found.path()));
    }

    private Mono<Survey> survey(Round round, String instrument, List<String> path) {
        return frameworks
                .find(round.state().framework())
                .flatMap(framework -> Mono.justOrEmpty(made.of(round, framework, instrument, path)))
                .switchIfEmpty(Mono.error(
                        () -> Problem.notFound("instrument", instrument).refusal()));
    }

    /** The round of that name. */
    public Mono<Round> round(String round) {
        return rounds.find(round)
                .switchIfEmpty(Mono.error(() -> Problem.notFound("round", round).refusal()));
    }

    private Mono<Agency> agency(String agency) {
        return agencies.find(agency).switchIfEmpty(Mono.error(() -> Problem.notFound("agency", agency)
                .refusal()));
    }
}
