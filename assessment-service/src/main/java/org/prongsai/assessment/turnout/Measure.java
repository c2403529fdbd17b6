package org.prongsai.assessment.turnout;

import java.util.List;
import java.util.Map;
import org.prongsai.assessment.pool.Place;
import org.prongsai.assessment.population.Population;
import org.prongsai.assessment.survey.Standard;
import org.prongsai.methodology.framework.Instrument;

/**
 * Holds what was counted in units of a round against what the framework asks, for one who looks.
 *
 * @param populations by unit, where one is registered
 */
record Measure(Standard standard, Map<String, Population> populations, Counts counts, Onlooker onlooker) {

    Turnout of(String agency) {
        return new Turnout(counts.asOf(onlooker), onlooker.authority(), of(agency, standard.surveys()));
    }

    List<Turnout.Measured> of(String agency, List<Instrument> asked) {
        return asked.stream().map(each -> of(agency, each)).toList();
    }

    private Turnout.Measured of(String agency, Instrument asked) {
        var registered = populations.get(agency);
        var people = registered == null ? null : registered.people(asked.code());
        int minimum = standard.framework().sampleRule().minimum(people);
        var places = places(agency, asked);
        return new Turnout.Measured(
                asked.code(),
                people,
                minimum,
                counts.now(places) >= minimum,
                counts.shown(places, onlooker),
                places.stream().map(this::part).toList());
    }

    private List<Place> places(String agency, Instrument asked) {
        var round = standard.round().round();
        return asked.parts().stream()
                .map(part -> new Place(round, agency, asked.code(), part.code()))
                .toList();
    }

    private Turnout.MeasuredPart part(Place place) {
        return new Turnout.MeasuredPart(place.part(), counts.shown(List.of(place), onlooker));
    }
}
