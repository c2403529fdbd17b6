package org.prongsai.disclosure.marking;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.disclosure.register.Unit;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.framework.Instrument;
import org.prongsai.methodology.framework.Item;

/** What may be marked in a round: the units that take part, the items of its framework and the marks each allows. */
record Terms(Map<String, Unit> units, RoundState round, Map<String, List<Integer>> marks) {

    static Terms of(RoundState round, Framework framework, Collection<Unit> units) {
        return new Terms(units.stream().collect(Collectors.toMap(Unit::agency, unit -> unit)), round, marks(framework));
    }

    private static Map<String, List<Integer>> marks(Framework framework) {
        var marks = new LinkedHashMap<String, List<Integer>>();
        for (Instrument instrument : framework.instruments())
            if (instrument.marked()) for (Item item : instrument.items()) marks.put(item.code(), instrument.marks());
        return marks;
    }

    boolean exists(String agency) {
        return units.containsKey(agency);
    }

    /** Whether there can be a mark for this item of this unit. */
    boolean marked(String agency, String item) {
        return exists(agency) && marks.containsKey(item);
    }

    boolean takesPart(String agency) {
        var unit = units.get(agency);
        return unit != null && round.includes(unit.candidate());
    }
}
