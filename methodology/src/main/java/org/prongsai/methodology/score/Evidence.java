package org.prongsai.methodology.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.framework.Instrument;
import org.prongsai.methodology.tally.Tally;

/**
 * All a unit's score rests on: the parts as measured, the marks given (an item without one is not marked yet),
 * and how many could have answered (where known).
 */
public record Evidence(
        Framework framework, int k, List<Measured> parts, Map<String, Integer> marks, Map<String, Integer> population) {

    public Evidence {
        // Whatever order they came in, what is said of them stands in one.
        parts = parts.stream()
                .sorted(Comparator.comparing(Measured::instrument).thenComparing(Measured::part))
                .toList();
        marks = Map.copyOf(marks);
        population = Map.copyOf(population);
        var places = new HashSet<String>();
        for (var part : parts)
            if (!known(framework, part) || !places.add(part.instrument() + " " + part.part()))
                throw new IllegalArgumentException("no such part, or twice: " + part.instrument() + " " + part.part());
    }

    private static boolean known(Framework framework, Measured measured) {
        return framework
                .instrument(measured.instrument())
                .flatMap(instrument -> instrument.part(measured.part()))
                .isPresent();
    }

    /** From tallies by instrument and part; a mark or a population of null is an absent one. */
    public static Evidence of(
            Framework framework,
            int k,
            Map<String, Map<String, Tally>> tallies,
            Map<String, @Nullable Integer> marks,
            Map<String, @Nullable Integer> population) {
        var parts = new ArrayList<Measured>();
        tallies.forEach((code, byPart) -> {
            var instrument = instrument(framework, code);
            byPart.forEach((part, tally) -> parts.add(Measured.of(instrument, part, tally)));
        });
        return new Evidence(framework, k, parts, present(marks), present(population));
    }

    private static Instrument instrument(Framework framework, String code) {
        return framework.instrument(code).orElseThrow(() -> new IllegalArgumentException("no instrument " + code));
    }

    private static Map<String, Integer> present(Map<String, @Nullable Integer> given) {
        var present = new HashMap<String, Integer>();
        given.forEach((key, value) -> {
            if (value != null) present.put(key, value);
        });
        return present;
    }

    List<Measured> of(Instrument instrument) {
        return parts.stream()
                .filter(each -> each.instrument().equals(instrument.code()))
                .toList();
    }
}
