package org.prongsai.assessment.agency;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.prongsai.web.Rejection;

/** Who would live on below an agency that has ended, once the lines of a file are taken; a parent may begin later. */
final class Survivors {
    private static final int SHOWN = 20;

    private final Map<String, AgencyRow> rows;
    private final Map<String, @Nullable LocalDate> before = new HashMap<>();
    private final Map<String, @Nullable LocalDate> ends = new HashMap<>();
    private final List<Rejection> rejected = new ArrayList<>();

    private Survivors(Collection<Agency> register, Map<String, AgencyRow> rows) {
        this.rows = rows;
        for (var agency : register) before.put(agency.agency(), agency.to());
        ends.putAll(before);
        rows.forEach((agency, row) -> ends.put(agency, row.to()));
    }

    /**
     * A fault for each parent that the file ends and for each other line below an ended one.
     *
     * @param parents who stands directly below whom, once the lines are taken
     */
    static List<Rejection> refuse(
            Collection<Agency> register, Map<String, AgencyRow> rows, Map<String, String> parents) {
        return new Survivors(register, rows).refuse(parents);
    }

    private List<Rejection> refuse(Map<String, String> parents) {
        var below = new TreeMap<String, List<String>>();
        parents.forEach((child, parent) -> {
            var end = ends.get(parent);
            if (end == null || end.equals(LocalDate.MIN) || !outlives(child, end)) return;
            if (rows.containsKey(child) && !ending(parent)) refuseChild(rows.get(child), end);
            else below.computeIfAbsent(parent, _ -> new ArrayList<>()).add(child);
        });
        below.forEach((parent, children) -> {
            if (rows.containsKey(parent)) refuseParent(rows.get(parent), children);
        });
        return rejected;
    }

    /** Unreadable days are refused for that; they end before everybody. */
    private boolean outlives(String child, LocalDate end) {
        var to = ends.get(child);
        return to == null || to.isAfter(end);
    }

    /** Whether the file gives it another last day than it has. */
    private boolean ending(String parent) {
        var row = rows.get(parent);
        return row != null && !Objects.equals(row.to(), before.get(parent));
    }

    private void refuseChild(AgencyRow row, LocalDate end) {
        var to = row.to() == null ? "no last day" : row.to().toString();
        rejected.add(new Rejection(
                row.line(),
                "parent",
                "ended-parent",
                "a last day not after %s, or a parent that lives on".formatted(end),
                "%s (%s) below %s (%s)".formatted(row.agency(), to, row.parent(), end)));
    }

    private void refuseParent(AgencyRow row, List<String> children) {
        var shown = children.stream().sorted().limit(SHOWN).toList();
        var more = children.size() > SHOWN ? " and %d more".formatted(children.size() - SHOWN) : "";
        rejected.add(new Rejection(
                row.line(),
                "to",
                "living-children",
                "move those below it, or end them by %s too".formatted(row.to()),
                "%s (%s) above %s%s".formatted(row.agency(), row.to(), String.join(", ", shown), more)));
    }
}
