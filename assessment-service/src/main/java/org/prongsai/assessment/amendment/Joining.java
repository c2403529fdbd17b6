package org.prongsai.assessment.amendment;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.prongsai.assessment.round.Amended;
import org.prongsai.assessment.round.Round;
import org.prongsai.contracts.assessment.RoundState.Joint;
import org.prongsai.contracts.assessment.UnitsJoined;
import org.prongsai.methodology.calendar.Step;
import org.prongsai.web.Fault;

/**
 * Decides whether other units than before may be assessed together: only units for which nothing has been registered,
 * answered or opened for filing, since each of these was done by a unit on its own.
 */
record Joining(Round before, List<Joint> wanted) {

    /**
     * What is known of units.
     *
     * @param paths root … self of every unit
     * @param registered those whose population was registered
     * @param answered those where somebody answered
     */
    record Facts(Map<String, List<String>> paths, Set<String> registered, Set<String> answered) {}

    /** Who belongs together, whatever the reason and in whatever order. */
    private record Group(String lead, Set<String> with) {
        static Group of(Joint joint) {
            return new Group(joint.agency(), Set.copyOf(joint.with()));
        }

        Stream<String> units() {
            return Stream.concat(Stream.of(lead), with.stream().sorted());
        }
    }

    /** The units of every group that comes, goes or becomes another one. */
    List<String> units() {
        var old = groups(before.state().joint());
        var fresh = groups(wanted);
        var changed = new HashSet<>(old);
        changed.addAll(fresh);
        changed.removeIf(group -> old.contains(group) && fresh.contains(group));
        return changed.stream().flatMap(Group::units).distinct().sorted().toList();
    }

    private static Set<Group> groups(List<Joint> joint) {
        return joint.stream().map(Group::of).collect(Collectors.toSet());
    }

    Amended decide(Facts facts, Instant now) {
        var after = before.state().withJoint(wanted);
        var faults = units().stream().flatMap(unit -> faults(unit, facts, now)).toList();
        return new Amended(after, List.of(new UnitsJoined(after)), faults);
    }

    private Stream<Fault> faults(String unit, Facts facts, Instant now) {
        return Stream.of(
                        facts.registered().contains(unit)
                                ? fault("population-registered", "a unit whose population was not registered yet", unit)
                                : null,
                        facts.answered().contains(unit)
                                ? fault("answered", "a unit where nobody has answered yet", unit)
                                : null,
                        filing(facts.paths().getOrDefault(unit, List.of()), now)
                                ? fault("filing-begun", "a unit that may not file yet", unit)
                                : null,
                        ownDates(unit)
                                ? fault("has-override", "a unit without dates of its own in the calendar", unit)
                                : null)
                .flatMap(Stream::ofNullable);
    }

    /** They would hold for nobody, and could be taken away by nobody once they have begun. */
    private boolean ownDates(String unit) {
        return wanted.stream().anyMatch(group -> group.with().contains(unit))
                && before.state().overrides().stream()
                        .anyMatch(override -> override.agency().equals(unit));
    }

    private Fault fault(String reason, String expected, String unit) {
        return new Fault(pointer(unit), reason, expected, unit);
    }

    /** Where it was written; what was written before and is no more has no place of its own. */
    private String pointer(String unit) {
        int i = 0;
        for (var group : wanted) {
            if (group.agency().equals(unit)) return "/joint/" + i + "/agency";
            int place = group.with().indexOf(unit);
            if (place >= 0) return "/joint/" + i + "/with/" + place;
            i++;
        }
        return "/joint";
    }

    private boolean filing(List<String> path, Instant now) {
        return EnumSet.range(Step.OIT, Step.PUBLICATION).stream()
                .flatMap(step -> before.window(step, path).stream())
                .anyMatch(window -> !window.ahead(now));
    }
}
