package org.prongsai.methodology.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.Fault;
import org.prongsai.methodology.calendar.Dates;

/** What was found wrong so far, on which lines, and which codes are taken. */
final class Findings {
    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private final Lines lines = new Lines();
    private @Nullable String firstDate;

    Lines lines() {
        return lines;
    }

    void add(String pointer, String reason, @Nullable Object expected, @Nullable Object actual) {
        faults.add(new Fault(pointer, reason, expected, actual, lines.of(pointer)));
    }

    void addAt(int line, String pointer, String reason, Object expected) {
        faults.add(new Fault(pointer, reason, expected, null, line));
    }

    /** False where another one of its kind has this code already. */
    boolean claim(String scope, String code) {
        return taken.add(scope + " " + code);
    }

    /** Dates of two eras in one file are more likely a slip than meant. */
    void dated(String pointer, String written) {
        if (firstDate == null) firstDate = written;
        else if (Dates.buddhist(written) != Dates.buddhist(firstDate))
            add(pointer, "mixed-eras", "all dates in one era, as the first one is: " + firstDate, written);
    }

    boolean noneAbout(String key, int since) {
        return faults.stream().skip(since).noneMatch(fault -> fault.pointer().endsWith("/" + key));
    }

    int count() {
        return faults.size();
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }
}
