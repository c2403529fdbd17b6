package org.prongsai.scoring.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.prongsai.contracts.disclosure.ItemMarked;
import org.prongsai.messaging.Refused;
import org.prongsai.messaging.Told;
import org.prongsai.scoring.mark.Marking;
import org.prongsai.scoring.score.Unit;

/** The marks that the log holds, each as it was told last. They rest on no other record. For one thread. */
public final class Marked {
    private final Map<Unit, Map<String, Integer>> marks = new HashMap<>();
    private final List<Refused> refused = new ArrayList<>();

    void hear(List<Told> batch) {
        var marking = Marking.of(batch.stream()
                .filter(told -> told.event() instanceof ItemMarked)
                .toList());
        refused.addAll(marking.refused());
        marking.marks()
                .forEach(each -> marks.computeIfAbsent(new Unit(each.round(), each.agency()), _ -> new HashMap<>())
                        .put(each.item().intern(), each.mark()));
    }

    public List<ItemMarked> all() {
        return marks.entrySet().stream()
                .flatMap(unit -> unit.getValue().entrySet().stream()
                        .map(mark -> new ItemMarked(
                                unit.getKey().round(), unit.getKey().agency(), mark.getKey(), mark.getValue())))
                .toList();
    }

    /** By item. */
    public Map<Unit, Map<String, Integer>> byUnit() {
        return marks;
    }

    /** How many items have one, in all units together. */
    public int count() {
        return marks.values().stream().mapToInt(Map::size).sum();
    }

    /** Those that can never count. */
    public List<Refused> refused() {
        return refused;
    }
}
