package org.prongsai.assessment.agency;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.prongsai.web.Rejection;

/** Where every agency would stand once a file is taken, and which lines of it can stand nowhere. */
final class AgencyTree {
    /** Nobody's tree is deeper; a longer way up is a mistake, or somebody who wants us to walk. */
    static final int DEEPEST = 16;

    private final Map<String, Agency> register = new LinkedHashMap<>();
    private final Map<String, AgencyRow> rows = new LinkedHashMap<>();
    private final Map<String, String> parents = new HashMap<>();
    private final List<Rejection> rejected;
    private final @Nullable String encoding;

    private AgencyTree(Collection<Agency> existing, AgencyFile file) {
        for (var agency : existing) {
            register.put(agency.agency(), agency);
            parents.put(agency.agency(), Objects.requireNonNullElse(agency.parent(), ""));
        }
        rejected = new ArrayList<>(file.rejected());
        encoding = file.encoding();
        file.rows().stream().filter(row -> !row.agency().isEmpty()).forEach(this::claim);
    }

    static AgencyChange plan(Collection<Agency> existing, AgencyFile file) {
        return new AgencyTree(existing, file).plan();
    }

    private void claim(AgencyRow row) {
        var first = rows.putIfAbsent(row.agency(), row);
        if (first == null) parents.put(row.agency(), row.parent());
        else reject(row, "agency", "duplicate", "once; line " + first.line() + " has it", row.agency());
    }

    private AgencyChange plan() {
        rows.values().forEach(this::check);
        rejected.addAll(Survivors.refuse(register.values(), rows, parents));
        var moved = moved();
        var refused = rejected.stream().map(Rejection::line).collect(Collectors.toCollection(HashSet::new));
        var good = rows.values().stream()
                .filter(row -> !refused.contains(row.line()))
                .map(row -> row.at(path(row.agency())).correcting(register.get(row.agency())))
                .collect(Collectors.groupingBy(this::fate));
        return new AgencyChange(
                encoding,
                good.getOrDefault(Fate.CREATED, List.of()),
                good.getOrDefault(Fate.UPDATED, List.of()),
                moved,
                good.getOrDefault(Fate.UNCHANGED, List.of()).size(),
                rejected.stream().sorted(Rejection.BY_LINE).toList());
    }

    private enum Fate {
        CREATED,
        UPDATED,
        UNCHANGED
    }

    private Fate fate(Agency agency) {
        var before = register.get(agency.agency());
        if (before == null) return Fate.CREATED;
        return before.equals(agency) ? Fate.UNCHANGED : Fate.UPDATED;
    }

    /** Those the file does not name, below one that it moves. */
    private List<Agency> moved() {
        var moved = new ArrayList<Agency>();
        for (var agency : register.values()) {
            if (rows.containsKey(agency.agency())) continue;
            var path = path(agency.agency());
            if (path.equals(agency.path())) continue;
            if (tooDeep(path)) mover(path).ifPresent(row -> rejectDepth(row, path));
            moved.add(agency.at(path));
        }
        return moved;
    }

    private Optional<AgencyRow> mover(List<String> path) {
        return path.reversed().stream().filter(rows::containsKey).findFirst().map(rows::get);
    }

    private void check(AgencyRow row) {
        var before = register.get(row.agency());
        if (before != null) rejected.addAll(new Bounds(before).refuse(row));
        if (row.parent().isEmpty()) return;
        var way = way(row.agency());
        if (!parents.containsKey(row.parent()))
            reject(row, "parent", "unknown-parent", "an agency of the register or of this file", row.parent());
        else if (way.getLast().equals(row.agency()))
            reject(row, "parent", "cycle", "a way up to a root", String.join(" > ", way));
        else if (tooDeep(way)) rejectDepth(row, way.reversed());
    }

    /** What hangs below a cycle is told of by the cycle itself. */
    private static boolean tooDeep(List<String> way) {
        return way.size() > DEEPEST && new HashSet<>(way).size() == way.size();
    }

    private List<String> path(String agency) {
        return way(agency).reversed();
    }

    /** Upwards until a root, an unknown parent, the same agency again, or one step too many. */
    private List<String> way(String agency) {
        var way = new ArrayList<>(List.of(agency));
        var next = parents.getOrDefault(agency, "");
        while (!next.isEmpty() && way.size() <= DEEPEST) {
            way.add(next);
            next = next.equals(agency) ? "" : parents.getOrDefault(next, "");
        }
        return way;
    }

    private void rejectDepth(AgencyRow row, List<String> path) {
        reject(row, "parent", "too-deep", "at most " + DEEPEST + " levels", String.join(" > ", path));
    }

    private void reject(AgencyRow row, String column, String reason, Object expected, Object actual) {
        rejected.add(new Rejection(row.line(), column, reason, expected, actual));
    }
}
