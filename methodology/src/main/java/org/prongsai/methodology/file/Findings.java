package org.prongsai.methodology.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.Fault;

/** What was found wrong so far, and which codes are taken. */
final class Findings {
    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    void add(String pointer, String reason, @Nullable Object expected, @Nullable Object actual) {
        faults.add(new Fault(pointer, reason, expected, actual));
    }

    /** False where another one of its kind has this code already. */
    boolean claim(String scope, String code) {
        return taken.add(scope + " " + code);
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
