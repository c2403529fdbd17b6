package org.prongsai.scoring.mark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.prongsai.contracts.disclosure.ItemMarked;
import org.prongsai.messaging.Refused;
import org.prongsai.messaging.Told;
import org.prongsai.scoring.score.Unit;

/**
 * What a batch of marks comes to: the last one of each item, and those that can be right under no framework. Whether a
 * mark fits the round's framework is asked when it is scored: the round may have moved to another version of which
 * nothing was heard yet, and a mark turned away by the earlier one would be lost.
 */
public record Marking(List<ItemMarked> marks, List<Refused> refused) {

    private static final int LONGEST = 100;
    private static final int MOST = 100;

    private record Place(String round, String agency, String item) {}

    public static Marking of(List<Told> batch) {
        var last = new LinkedHashMap<Place, ItemMarked>();
        var refused = new ArrayList<Refused>();
        for (var told : batch) {
            var event = (ItemMarked) told.event();
            fault(event)
                    .ifPresentOrElse(
                            reason -> refused.add(new Refused(told, reason)),
                            () -> last.put(new Place(event.round(), event.agency(), event.item()), event));
        }
        return new Marking(List.copyOf(last.values()), refused);
    }

    private static Optional<String> fault(ItemMarked event) {
        if (event.mark() < 0 || event.mark() > MOST)
            return Optional.of(
                    "item %s marked %d, which is not from 0 to %d".formatted(event.item(), event.mark(), MOST));
        return Stream.of(event.round(), event.agency(), event.item())
                .filter(name -> !plausible(name))
                .findFirst()
                .map(name -> "no round, agency or item is called " + printable(name));
    }

    private static boolean plausible(String name) {
        return !name.isBlank() && name.length() <= LONGEST && name.chars().noneMatch(Character::isISOControl);
    }

    /** A reason is kept in a table, which takes no NUL. */
    private static String printable(String name) {
        return name.substring(0, Math.min(name.length(), LONGEST)).replaceAll("\\p{Cntrl}", "?");
    }

    Set<Unit> units() {
        return marks.stream().map(each -> new Unit(each.round(), each.agency())).collect(Collectors.toSet());
    }
}
