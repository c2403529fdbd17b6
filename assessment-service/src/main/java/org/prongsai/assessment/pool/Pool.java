package org.prongsai.assessment.pool;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.prongsai.contracts.assessment.ResponsesReleased;
import org.prongsai.contracts.assessment.ResponsesReleased.Answered;

/**
 * Where answers of one place wait until enough others wait with them.
 *
 * @param framework {@code name@n} of the round
 * @param k no fewer changes than this leave a live pool together, and this many stay behind
 */
public record Pool(int pool, Place place, String framework, int k) {

    /** Largest number of changes in one event. */
    static final int LARGEST = 500;

    /** An answer that leaves, and the counted answer of the same token that it replaces, if there is one. */
    record Change(Answered added, Optional<Answered> withdrawn) {}

    /**
     * The events that tell of changes leaving together: equal shares of at most {@value #LARGEST}, each of at least k
     * where there are as many.
     *
     * @param changes in random order; the additions keep it, and the withdrawals stand in the order of their ids, so
     *     that the two lists cannot be paired
     */
    List<ResponsesReleased> released(List<Change> changes) {
        int shares = Math.max(1, Math.min((changes.size() + LARGEST - 1) / LARGEST, changes.size() / Math.max(1, k)));
        var events = new ArrayList<ResponsesReleased>();
        int from = 0;
        for (int share = 0; share < shares; share++) {
            int to = (int) ((long) changes.size() * (share + 1) / shares);
            events.add(event(changes.subList(from, to)));
            from = to;
        }
        return events;
    }

    private ResponsesReleased event(List<Change> changes) {
        return new ResponsesReleased(
                place.round(),
                place.agency(),
                place.instrument(),
                place.part(),
                framework,
                changes.stream().map(Change::added).toList(),
                changes.stream()
                        .flatMap(this::withdrawn)
                        .sorted(Comparator.comparing(Answered::id))
                        .toList());
    }

    private Stream<Answered> withdrawn(Change change) {
        return change.withdrawn().stream();
    }
}
