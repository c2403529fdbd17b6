package org.prongsai.scoring.board;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.framework.Level;
import org.prongsai.methodology.score.Adequacy;
import org.prongsai.web.Cursor;
import org.prongsai.web.Fault;
import org.prongsai.web.Problem;
import org.prongsai.web.ProblemType;

/**
 * Which scores of a round somebody wants to see, in which order.
 *
 * @param after sort key and agency of the last unit seen, empty on the first page
 */
record Wish(
        String round,
        @Nullable String parent,
        Order order,
        @Nullable String level,
        @Nullable String adequacy,
        int limit,
        List<String> after) {

    /** What was asked for, as it came in. */
    record Asked(
            @Nullable String parent,
            @Nullable String sort,
            @Nullable String level,
            @Nullable String adequacy,
            int limit,
            @Nullable String cursor) {}

    /** Throws a refusal that names everything wrong with it. */
    static Wish of(String round, Asked asked, Standard standard) {
        var framework = standard.framework();
        var faults = new ArrayList<Fault>();
        if (asked.parent() != null && !standard.parentKnown())
            faults.add(new Fault("?parent", "unknown-agency", null, asked.parent()));
        among(
                "?level",
                asked.level(),
                framework.levels().stream().map(Level::code).toList(),
                faults);
        among("?adequacy", asked.adequacy(), adequacies(), faults);
        var sort = asked.sort() == null ? "agency" : asked.sort();
        var order = Order.of(sort, framework);
        if (order.isEmpty()) faults.add(new Fault("?sort", "unknown-sort", Order.names(framework), sort));
        if (!faults.isEmpty())
            throw Problem.of(ProblemType.INVALID_REQUEST, faults).refusal();
        var after = cursor(round, asked, sort).read(asked.cursor(), order.orElseThrow()::writes);
        return new Wish(
                round, asked.parent(), order.orElseThrow(), asked.level(), asked.adequacy(), asked.limit(), after);
    }

    /** What the list is measured against: its round and framework, and whether the parent is an agency. */
    record Standard(RoundState round, Framework framework, boolean parentKnown) {}

    private static void among(String pointer, @Nullable String given, List<String> known, List<Fault> faults) {
        if (given != null && !known.contains(given)) faults.add(new Fault(pointer, "unknown-value", known, given));
    }

    private static List<String> adequacies() {
        return Arrays.stream(Adequacy.values()).map(Adequacy::code).toList();
    }

    private static Cursor cursor(String round, Asked asked, String sort) {
        return Cursor.of("scores", round, asked.parent(), sort, asked.level(), asked.adequacy());
    }

    Cursor cursor() {
        var sort = (order.falling() ? "-" : "") + order.column();
        return cursor(round, new Asked(parent, null, level, adequacy, limit, null), sort);
    }

    boolean first() {
        return after.isEmpty();
    }
}
