package org.prongsai.scoring.recount;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The first differences of each round, and how many there are. */
final class Differences {
    static final int SHOWN = 20;

    private final Map<String, List<Difference>> shown = new HashMap<>();
    private final Map<String, Integer> found = new HashMap<>();

    void add(Collection<Difference> more) {
        for (var each : more) {
            found.merge(each.round(), 1, Integer::sum);
            var first = shown.computeIfAbsent(each.round(), _ -> new ArrayList<>());
            if (first.size() < SHOWN) first.add(each);
        }
    }

    Set<String> rounds() {
        return found.keySet();
    }

    List<Difference> shown(String round) {
        return shown.getOrDefault(round, List.of());
    }

    int found(String round) {
        return found.getOrDefault(round, 0);
    }
}
