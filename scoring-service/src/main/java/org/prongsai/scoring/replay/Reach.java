package org.prongsai.scoring.replay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.prongsai.messaging.Place;

/**
 * How far the service says it has heard the log, beside where the log ends.
 *
 * @param positions offset behind the last record that took effect; absent where none did
 */
public record Reach(Map<Place, Long> positions, Map<Place, Long> ends) {

    /** As far as both go. */
    public Map<Place, Long> both() {
        var both = new HashMap<Place, Long>();
        positions.forEach((place, offset) -> both.put(place, Math.min(offset, end(place))));
        return both;
    }

    /** A sentence for each partition that ends before what the service has heard of it. */
    public List<String> lost() {
        return positions.entrySet().stream()
                .filter(each -> each.getValue() > end(each.getKey()))
                .map(each -> "%s[%d] ends at %d, and the scores rest on records up to %d: the log has lost them"
                        .formatted(
                                each.getKey().topic().channel(),
                                each.getKey().partition(),
                                end(each.getKey()),
                                each.getValue()))
                .sorted()
                .toList();
    }

    private long end(Place place) {
        return ends.getOrDefault(place, 0L);
    }
}
