package org.prongsai.scoring.mark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.prongsai.contracts.disclosure.ItemMarked;
import org.prongsai.messaging.Refused;
import org.prongsai.messaging.Told;
import org.prongsai.scoring.framework.Edition;
import org.prongsai.scoring.score.Unit;

/** What a batch of marks comes to: the last one of each item, and those the framework does not know. */
record Marking(List<ItemMarked> marks, List<Refused> refused) {

    private record Place(String round, String agency, String item) {}

    /** @param editions by round, all of them */
    static Marking of(List<Told> batch, Map<String, Edition> editions) {
        var last = new LinkedHashMap<Place, ItemMarked>();
        var refused = new ArrayList<Refused>();
        for (var told : batch) {
            var event = (ItemMarked) told.event();
            var edition = Objects.requireNonNull(editions.get(event.round()));
            fault(edition, event)
                    .ifPresentOrElse(
                            reason -> refused.add(new Refused(told, reason)),
                            () -> last.put(new Place(event.round(), event.agency(), event.item()), event));
        }
        return new Marking(List.copyOf(last.values()), refused);
    }

    private static Optional<String> fault(Edition edition, ItemMarked event) {
        var allowed = edition.markable().get(event.item());
        if (allowed == null) return Optional.of("no item " + event.item());
        if (allowed.contains(event.mark())) return Optional.empty();
        return Optional.of("item %s marked %d, which is none of %s".formatted(event.item(), event.mark(), allowed));
    }

    Set<Unit> units() {
        return marks.stream().map(each -> new Unit(each.round(), each.agency())).collect(Collectors.toSet());
    }
}
