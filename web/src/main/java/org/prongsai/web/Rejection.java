package org.prongsai.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a line of a file cannot be taken: which rule its value breaks, and what would have been right. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Rejection(
        long line,
        String column,
        String reason,
        @Nullable Object expected,
        @Nullable Object actual) {
    public static final Comparator<Rejection> BY_LINE = Comparator.comparingLong(Rejection::line);

    /** What is in the way of reading a file at all. */
    public static Rejection encoding(byte[] content) {
        var foreign = ThaiText.foreign(content).orElse(new ThaiText.Foreign(1, ""));
        return new Rejection(foreign.line(), "", "unknown-encoding", ThaiText.EXPECTED, foreign.found());
    }

    /** The first of them; more would be a wrong file, not a file with faults. */
    public static List<Rejection> first(int most, List<Rejection> rejected) {
        if (rejected.size() <= most) return rejected;
        var first = new ArrayList<>(rejected.subList(0, most));
        first.add(new Rejection(first.getLast().line(), "", "more-faults", null, rejected.size() - most));
        return first;
    }

    public Fault fault() {
        return new Fault("/lines/" + line + "/" + column, reason, expected, actual);
    }
}
