package org.prongsai.assessment.reception;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.pool.Place;

/**
 * Numbers that wait to be written. Those of a place leave together, from k answers on, as the answers themselves do: a
 * single speaker of a language who came alone could otherwise be found beside the one answer that came with them.
 */
final class Waiting {

    /** What a respondent did not say. */
    static final String UNSAID = "unsaid";

    /** So many more answers of a place. */
    record Row(Place place, Kind kind, String value, long answers) {}

    private record Value(Kind kind, String value) {}

    private static final class Counts {

        private final Map<Value, Long> values = new HashMap<>();
        private long answers;
        private int k;

        void add(Kind kind, String value, long more) {
            values.merge(new Value(kind, value), more, Long::sum);
            if (kind == Kind.DAY) {
                answers += more;
            }
        }
    }

    private final Map<Place, Counts> places = new HashMap<>();

    /** One answer more. */
    synchronized void add(Place place, int k, LocalDate day, @Nullable String language, @Nullable String capacity) {
        var counts = places.computeIfAbsent(place, _ -> new Counts());
        counts.k = k;
        counts.add(Kind.DAY, day.toString(), 1);
        counts.add(Kind.LANGUAGE, language == null ? UNSAID : language, 1);
        counts.add(Kind.CAPACITY, capacity == null ? UNSAID : capacity, 1);
    }

    /** What leaves now, and is here no more: places with k answers or more, or all of them. */
    synchronized List<Row> take(boolean all) {
        var rows = new ArrayList<Row>();
        places.entrySet().removeIf(place -> {
            var counts = place.getValue();
            boolean leaves = all || counts.answers >= counts.k;
            if (leaves) {
                counts.values.forEach(
                        (value, answers) -> rows.add(new Row(place.getKey(), value.kind(), value.value(), answers)));
            }
            return leaves;
        });
        return rows;
    }

    /** What could not be written waits on. */
    synchronized void putBack(List<Row> rows) {
        rows.forEach(row ->
                places.computeIfAbsent(row.place(), _ -> new Counts()).add(row.kind(), row.value(), row.answers()));
    }
}
