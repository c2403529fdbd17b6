package org.prongsai.bench.scores;

import java.util.List;
import java.util.stream.IntStream;

/** Which of the units that are told of together are watched: evenly spread over their order, the last one among them. */
final class Watched {
    private Watched() {}

    /** Of a unit that is told of more than once the last time counts, as its score counts all of them only then. */
    static List<String> of(List<String> told, int most) {
        var units = told.reversed().stream().distinct().toList().reversed();
        int many = Math.min(most, units.size());
        return IntStream.rangeClosed(1, many)
                .mapToObj(each -> units.get(Math.ceilDiv(each * units.size(), many) - 1))
                .toList();
    }
}
