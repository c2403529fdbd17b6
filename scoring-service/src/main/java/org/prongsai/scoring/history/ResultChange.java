package org.prongsai.scoring.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.prongsai.scoring.history.OfficialResult.Key;
import org.prongsai.web.CsvFile;
import org.prongsai.web.Rejection;

/** What a file of results would do. */
record ResultChange(
        @Nullable String encoding,
        List<OfficialResult> created,
        List<OfficialResult> updated,
        int unchanged,
        List<Rejection> rejected) {

    /** Decides with what agencies and years there are and the results that are there already. */
    static ResultChange plan(ResultFile file, Span span, Collection<OfficialResult> existing) {
        var rejected = new ArrayList<>(file.rejected());
        var lines = new HashMap<Key, Long>();
        for (var row : file.rows()) {
            rejected.addAll(span.refuse(row));
            once(row, lines, rejected);
        }
        var refused = rejected.stream().map(Rejection::line).collect(Collectors.toCollection(HashSet::new));
        var before = existing.stream().collect(Collectors.toMap(OfficialResult::key, Function.identity()));
        var good = file.rows().stream()
                .filter(row -> !refused.contains(row.line()))
                .map(ResultRow::result)
                .toList();
        return new ResultChange(
                file.encoding(),
                good.stream().filter(each -> !before.containsKey(each.key())).toList(),
                good.stream().filter(each -> changes(each, before)).toList(),
                (int) good.stream()
                        .filter(each -> each.equals(before.get(each.key())))
                        .count(),
                rejected.stream().sorted(Rejection.BY_LINE).toList());
    }

    private static boolean changes(OfficialResult result, Map<Key, OfficialResult> before) {
        var old = before.get(result.key());
        return old != null && !old.equals(result);
    }

    private static void once(ResultRow row, Map<Key, Long> lines, List<Rejection> rejected) {
        var result = row.result();
        if (result.agency().isEmpty() || result.fiscalYear() == 0) return;
        var first = lines.putIfAbsent(result.key(), row.line());
        if (first != null)
            rejected.add(new Rejection(
                    row.line(),
                    "fiscal_year",
                    "duplicate",
                    "once an agency and year; line " + first + " has it",
                    String.valueOf(result.fiscalYear())));
    }

    /** Either everything in the file can be taken or nothing is. */
    boolean possible() {
        return rejected.isEmpty();
    }

    List<OfficialResult> changed() {
        var changed = new ArrayList<>(created);
        changed.addAll(updated);
        return changed;
    }

    Report report() {
        var shown = Rejection.first(CsvFile.MOST_FAULTS, rejected);
        return new Report(encoding, created.size(), updated.size(), unchanged, shown);
    }

    /** The same in numbers. */
    record Report(@Nullable String encoding, int created, int updated, int unchanged, List<Rejection> rejected) {}
}
