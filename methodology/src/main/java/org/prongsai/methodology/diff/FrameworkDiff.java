package org.prongsai.methodology.diff;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.prongsai.methodology.Fault;
import org.prongsai.methodology.diff.Change.Kind;
import org.prongsai.methodology.file.FrameworkFile;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.framework.Indicator;
import org.prongsai.methodology.score.Ratio;
import org.prongsai.methodology.score.Worth;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * All differences between two frameworks, whatever the order they were written in. An item that stays and yet is worth other
 * points of the total, because its group grew or shrank, is told as a change of its {@code points}.
 *
 * @param from ref, or name before a version was assigned
 * @param to likewise
 */
public record FrameworkDiff(String from, String to, List<Change> changes) {
    private static final int POINT_PLACES = 4;

    public FrameworkDiff {
        changes = List.copyOf(changes);
    }

    public static FrameworkDiff of(Framework before, Framework after) {
        var changes = Comparison.of(document(before), document(after));
        changes.addAll(worths(before, after));
        return new FrameworkDiff(before.refOrName(), after.refOrName(), changes);
    }

    private static ObjectNode document(Framework framework) {
        return (ObjectNode) FrameworkFile.tree(framework.unversioned());
    }

    /** Only words, languages or their sources differ: every answer and mark given under one counts the same under the other. */
    @JsonProperty
    public boolean wordingOnly() {
        return beyondWords().isEmpty();
    }

    /** What is more than another wording: it changes what answers and marks are worth, or what is asked for. */
    public List<Change> beyondWords() {
        return changes.stream().filter(change -> !change.wording()).toList();
    }

    /** How many changes of each kind. */
    @JsonProperty
    public Map<String, Long> counts() {
        var counts = new TreeMap<String, Long>();
        for (var kind : Kind.values()) counts.put(kind.code(), 0L);
        for (var change : changes) counts.merge(change.kind().code(), 1L, Long::sum);
        return counts;
    }

    private static List<Change> worths(Framework before, Framework after) {
        var old = new HashMap<String, Ratio>();
        for (var worth : Worth.of(before)) points(worth).forEach(each -> old.put(each.code(), each.points()));
        var changes = new ArrayList<Change>();
        for (var worth : Worth.of(after))
            for (var each : points(worth)) {
                var then = old.get(each.code());
                if (then != null && !then.equals(each.points()))
                    changes.add(new Change(
                            Kind.WORTH_CHANGED, each.path() + "/points", node(then), node(each.points()), false));
            }
        return changes;
    }

    private record Points(String code, String path, Ratio points) {}

    /** Of an item, and of its sub-items, which share it. */
    private static List<Points> points(Worth worth) {
        var path = path(worth);
        var points = new ArrayList<Points>();
        points.add(new Points(worth.item().code(), path, worth.totalPoints()));
        for (var sub : worth.item().subItems())
            points.add(new Points(sub.code(), path + "/subItems" + Fault.step(sub.code()), worth.totalPointsOf(sub)));
        return points;
    }

    private static JsonNode node(Ratio points) {
        return JsonNodeFactory.instance.numberNode(points.rounded(POINT_PLACES));
    }

    private static String path(Worth worth) {
        var item = worth.item();
        var indicator = worth.instrument().indicators().stream()
                .filter(each -> each.allItems().contains(item))
                .findFirst()
                .orElseThrow();
        return "/instruments" + Fault.step(worth.instrument().code()) + "/indicators" + Fault.step(indicator.code())
                + group(indicator, worth) + "/items" + Fault.step(item.code());
    }

    private static String group(Indicator indicator, Worth worth) {
        return indicator.subIndicators().stream()
                .filter(each -> each.items().contains(worth.item()))
                .map(each -> "/subIndicators" + Fault.step(each.code()))
                .findFirst()
                .orElse("");
    }
}
