package org.prongsai.disclosure.marking;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.prongsai.disclosure.marking.Mark.Spot;

/** What wanted marks change in those that are there: only what changes is kept and told. */
record Changes(List<Mark> created, List<Mark> updated, int unchanged) {

    static Changes of(Map<Spot, Integer> stored, List<Mark> wanted) {
        var created =
                wanted.stream().filter(mark -> !stored.containsKey(mark.spot())).toList();
        var updated = wanted.stream()
                .filter(mark -> stored.getOrDefault(mark.spot(), mark.mark()) != mark.mark())
                .toList();
        return new Changes(created, updated, wanted.size() - created.size() - updated.size());
    }

    List<Mark> all() {
        return Stream.concat(created.stream(), updated.stream()).toList();
    }

    /** In words, for the audit. */
    String sentence() {
        return "%d created, %d updated, %d unchanged".formatted(created.size(), updated.size(), unchanged);
    }
}
