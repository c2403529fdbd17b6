package org.prongsai.assessment.reception;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.pool.Place;
import org.prongsai.assessment.reception.Folding.Count;
import org.prongsai.assessment.reception.Waiting.Row;

/** What was counted apart of a unit's answers, as it may be seen. */
record Reception(List<Part> parts) {

    /**
     * @param answers in all of which something was counted; null if they are fewer than k
     */
    record Part(
            String instrument,
            String part,
            @Nullable Long answers,
            List<Count> days,
            List<Count> languages,
            List<Count> capacities) {}

    static Reception of(List<Row> rows, int k) {
        var byPlace = new TreeMap<Place, List<Row>>(
                Comparator.comparing(Place::instrument).thenComparing(Place::part));
        byPlace.putAll(rows.stream().collect(Collectors.groupingBy(Row::place)));
        return new Reception(byPlace.entrySet().stream()
                .map(place -> part(place.getKey(), place.getValue(), k))
                .toList());
    }

    private static Part part(Place place, List<Row> rows, int k) {
        long answers =
                by(Kind.DAY, rows).values().stream().mapToLong(Long::longValue).sum();
        return new Part(
                place.instrument(),
                place.part(),
                answers < k ? null : answers,
                inOrder(Folding.of(by(Kind.DAY, rows), k)),
                Folding.of(by(Kind.LANGUAGE, rows), k),
                Folding.of(by(Kind.CAPACITY, rows), k));
    }

    private static List<Count> inOrder(List<Count> days) {
        return days.stream().sorted(Comparator.comparing(Count::value)).toList();
    }

    private static Map<String, Long> by(Kind kind, List<Row> rows) {
        return rows.stream()
                .filter(row -> row.kind() == kind)
                .collect(Collectors.toMap(Row::value, Row::answers, Long::sum));
    }
}
