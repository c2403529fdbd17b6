package org.prongsai.portal.unit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A round of assessment.
 *
 * @param state {@code ahead}, {@code open} or {@code over}
 * @param overrides windows of a subtree that replace the round's; the nearest above a unit wins
 * @param joint units that are assessed as part of another one
 */
public record Round(
        String round,
        Map<String, String> title,
        boolean synthetic,
        boolean rehearsal,
        Participants participants,
        String state,
        List<Step> calendar,
        List<Deviation> overrides,
        List<Joint> joint) {

    public static final String POPULATION = "population";
    public static final String IIT = "iit";
    public static final String EIT = "eit";

    /** Those of these types below the parent, itself included. */
    public record Participants(String parent, List<String> types) {}

    /** A step's window for the whole round. */
    public record Step(String step, Instant from, Instant to) {}

    /** Another window for an agency and all below it. */
    public record Deviation(String agency, String step, Instant from, Instant to) {}

    /** @param agency the one that all of them are in this round */
    public record Joint(String agency, List<String> with) {}

    public boolean isOver() {
        return state.equals("over");
    }

    /** Of a step for a unit with this path, root … self. */
    public Optional<Window> window(String step, List<String> path) {
        return overrides.stream()
                .filter(each -> each.step().equals(step) && path.contains(each.agency()))
                .max((a, b) -> Integer.compare(path.indexOf(a.agency()), path.indexOf(b.agency())))
                .map(each -> new Window(each.from(), each.to()))
                .or(() -> calendar.stream()
                        .filter(each -> each.step().equals(step))
                        .findFirst()
                        .map(each -> new Window(each.from(), each.to())));
    }

    /** The unit as part of which this one is assessed. */
    public Optional<String> lead(String agency) {
        return joint.stream()
                .filter(each -> each.with().contains(agency))
                .map(Joint::agency)
                .findFirst();
    }
}
