package org.prongsai.scoring.mark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.prongsai.contracts.disclosure.ItemMarked;
import org.prongsai.messaging.Refused;
import org.prongsai.messaging.Told;
import org.prongsai.scoring.score.Claim;
import org.prongsai.scoring.score.Unit;

/**
 * What a batch of marks comes to: the last one of each item, and those that can be right under no framework. Whether a
 * mark fits the round's framework is asked when it is scored: the round may have moved to another version of which
 * nothing was heard yet, and a mark turned away by the earlier one would be lost.
 */
public record Marking(List<ItemMarked> marks, List<Refused> refused) {

    private static final int MOST = 100;

    private record Place(String round, String agency, String item) {}

    public static Marking of(List<Told> batch) {
        var last = new LinkedHashMap<Place, ItemMarked>();
        var refused = new ArrayList<Refused>();
        for (var told : batch) {
            var event = (ItemMarked) told.event();
            fault(told, event)
                    .ifPresentOrElse(
                            reason -> refused.add(new Refused(told, reason)),
                            () -> last.put(new Place(event.round(), event.agency(), event.item()), event));
        }
        return new Marking(List.copyOf(last.values()), refused);
    }

    private static Optional<String> fault(Told told, ItemMarked event) {
        return event.mark() < 0 || event.mark() > MOST
                ? Optional.of(
                        "item %s marked %d, which is not from 0 to %d".formatted(event.item(), event.mark(), MOST))
                : Claim.fault(told, event.agency(), event.round(), event.item());
    }

    Set<Unit> units() {
        return marks.stream().map(each -> new Unit(each.round(), each.agency())).collect(Collectors.toSet());
    }
}
