package org.prongsai.assessment.turnout;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.pool.Place;

/**
 * How many have answered, by place; a place without an answer is absent.
 *
 * @param now when it was asked
 * @param taken when the morning's count was really made; null before the first one
 */
record Counts(Instant now, @Nullable Instant taken, Map<Place, Count> places) {

    private static final Count NONE = new Count(0, 0);

    /** So many by now, and so many by the morning's count. */
    record Count(int now, int morning) {}

    /** As of when somebody sees these counts; null where there is nothing for them to see yet. */
    @Nullable
    OffsetDateTime asOf(Onlooker onlooker) {
        var seen = onlooker.authority() ? now : taken;
        return seen == null ? null : Morning.local(seen);
    }

    /** What somebody sees of these places together; null before the first morning: 0 would say that nobody answered. */
    @Nullable
    Integer shown(List<Place> of, Onlooker onlooker) {
        if (onlooker.authority()) return now(of);
        return taken == null
                ? null
                : of.stream().mapToInt(place -> at(place).morning()).sum();
    }

    int now(List<Place> of) {
        return of.stream().mapToInt(place -> at(place).now()).sum();
    }

    private Count at(Place place) {
        return places.getOrDefault(place, NONE);
    }
}
