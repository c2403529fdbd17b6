package org.prongsai.assessment.balance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.ticket.Issued;
import org.prongsai.assessment.turnout.Used;

/**
 * What became of an instrument's invitations at a unit, by the mornings on which something had changed: never more are
 * used than redeemed, nor more redeemed than given out. Many redeemed in one night are seen by everybody.
 *
 * @param code of the instrument
 */
record Balance(String code, List<Day> days) {

    /**
     * A morning.
     *
     * @param issued invitations that were out, those withdrawn aside
     * @param redeemed of them, those exchanged for a ticket
     * @param used tickets with which somebody has answered
     */
    record Day(LocalDate day, int issued, int redeemed, int used) {

        boolean sameCounts(Day other) {
            return issued == other.issued && redeemed == other.redeemed && used == other.used;
        }
    }

    /** A count that did not change on a morning is what it was before. */
    static Balance of(String instrument, Collection<Issued> issued, Collection<Used> used) {
        var out = new TreeMap<LocalDate, Issued>();
        issued.forEach(each -> out.put(each.day(), each));
        var answered = new TreeMap<LocalDate, Integer>();
        used.forEach(each -> answered.merge(each.day(), each.responses(), Integer::sum));
        var mornings = new TreeSet<>(out.keySet());
        mornings.addAll(answered.keySet());
        var days = new ArrayList<Day>();
        for (var morning : mornings) {
            var day = day(morning, out.floorEntry(morning), answered.floorEntry(morning));
            if (days.isEmpty() || !days.getLast().sameCounts(day)) {
                days.add(day);
            }
        }
        return new Balance(instrument, days);
    }

    private static Day day(
            LocalDate morning,
            Map.@Nullable Entry<LocalDate, Issued> out,
            Map.@Nullable Entry<LocalDate, Integer> answered) {
        return new Day(
                morning,
                out == null ? 0 : out.getValue().issued(),
                out == null ? 0 : out.getValue().redeemed(),
                answered == null ? 0 : answered.getValue());
    }
}
