package org.prongsai.assessment.agency;

import java.time.DateTimeException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.prongsai.methodology.calendar.Dates;
import org.prongsai.web.Rejection;

/** In which era a file counts its years: one of them, for a slip among both would be five centuries. */
final class Eras {
    private static final int SHOWN = 8;
    private final Set<Long> buddhist = new LinkedHashSet<>();
    private final Set<Long> christian = new LinkedHashSet<>();

    void see(long line, String date) {
        try {
            (Dates.buddhist(date) ? buddhist : christian).add(line);
        } catch (DateTimeException unreadable) {
            // No date of any era; whoever reads the line says so.
        }
    }

    /** Said once, at the first line that no longer agrees with those before it. */
    Optional<Rejection> mixed() {
        if (buddhist.isEmpty() || christian.isEmpty()) return Optional.empty();
        long line = Math.max(buddhist.iterator().next(), christian.iterator().next());
        var found = "Buddhist: lines " + lines(buddhist) + "; Christian: lines " + lines(christian);
        return Optional.of(
                new Rejection(line, "", "mixed-eras", "all years Buddhist (2567) or all Christian (2024)", found));
    }

    private static String lines(Set<Long> lines) {
        var first = lines.stream().limit(SHOWN).map(String::valueOf).collect(Collectors.joining(", "));
        return lines.size() <= SHOWN ? first : first + " and " + (lines.size() - SHOWN) + " more";
    }
}
