package org.prongsai.assessment.turnout;

import java.util.List;
import java.util.Map;
import org.prongsai.assessment.pool.Place;
import org.prongsai.assessment.survey.Standard;
import org.prongsai.methodology.framework.Instrument;

/**
 * Holds what was counted in units of a round against what the framework asks, for one who looks.
 *
 * @param populations how many could answer, by unit and instrument
 */
record Measure(Standard standard, Map<String, Map<String, Integer>> populations, Counts counts, Onlooker onlooker) {

    Turnout of(String agency) {
        return new Turnout(counts.asOf(onlooker), onlooker.authority(), of(agency, standard.surveys()));
    }

    List<Turnout.Measured> of(String agency, List<Instrument> asked) {
        return asked.stream().map(each -> of(agency, each)).toList();
    }

    private Turnout.Measured of(String agency, Instrument asked) {
        var population = populations.getOrDefault(agency, Map.of()).get(asked.code());
        int minimum = standard.framework().sampleRule().minimum(population);
        var places = places(agency, asked);
        return new Turnout.Measured(
                asked.code(),
                population,
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
