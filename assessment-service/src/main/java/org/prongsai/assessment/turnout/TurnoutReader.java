package org.prongsai.assessment.turnout;

import java.time.Clock;
import java.util.List;
import org.prongsai.assessment.agency.UnitReader;
import org.prongsai.assessment.agency.UnitReader.Unit;
import org.prongsai.assessment.population.PopulationReader;
import org.prongsai.assessment.survey.Standard;
import org.prongsai.assessment.turnout.TurnoutSearch.Stretch;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Brings together who takes part, how many they are and how many have answered: one question each for all units. */
@Component
class TurnoutReader {

    private final UnitReader units;
    private final PopulationReader populations;
    private final TurnoutStore store;
    private final Clock clock;

    TurnoutReader(UnitReader units, PopulationReader populations, TurnoutStore store, Clock clock) {
        this.units = units;
        this.populations = populations;
        this.store = store;
        this.clock = clock;
    }

    Mono<Measure> measure(Standard standard, List<String> agencies, Onlooker onlooker) {
        var round = standard.round().round();
        return populations
                .of(round, agencies)
                .zipWhen(
                        _ -> store.counts(round, agencies, clock.instant()),
                        (people, counts) -> new Measure(standard, people, counts, onlooker));
    }

    Mono<TurnoutList> list(TurnoutSearch search, Stretch stretch, Onlooker onlooker) {
        return participants(search, onlooker)
                .map(found -> search.measured(found, stretch))
                .flatMap(found -> measure(search.standard(), slugs(found), onlooker)
                        .map(measure -> new TurnoutList(
                                measure.counts().asOf(onlooker),
                                onlooker.authority(),
                                search.rows(found, measure, stretch))));
    }

    private Mono<List<Unit>> participants(TurnoutSearch search, Onlooker onlooker) {
        var state = search.standard().round().state();
        return units.list(search.wanted(onlooker))
                .filter(unit -> state.includes(unit.candidate()))
                .collectList();
    }

    private static List<String> slugs(List<Unit> units) {
        return units.stream().map(Unit::agency).toList();
    }
}
