package org.prongsai.scoring.board;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.framework.Level;
import org.prongsai.methodology.score.Adequacy;
import org.prongsai.scoring.subtree.Order;
import org.prongsai.scoring.subtree.Standard;
import org.prongsai.web.Cursor;
import org.prongsai.web.Fault;
import org.prongsai.web.Problem;
import org.prongsai.web.ProblemType;

/**
 * Which scores of a round somebody wants to see, in which order.
 *
 * @param after sort key and agency of the last unit seen, empty on the first page
 */
record Wish(Standard standard, Order order, Filter filter, int limit, List<String> after) {
    private static final int LONGEST = 200;

    /** What was asked for, as it came in. */
    record Asked(
            @Nullable String sort,
            Filter filter,
            int limit,
            @Nullable String cursor) {}

    /** Throws a refusal that names everything wrong with it. */
    static Wish of(Asked asked, Standard standard) {
        var framework = standard.framework();
        var filter = asked.filter();
        var faults = new ArrayList<>(standard.faults());
        among(
                "?level",
                filter.level(),
                framework.levels().stream().map(Level::code).toList(),
                faults);
        among("?adequacy", filter.adequacy(), adequacies(), faults);
        for (var type : standard.unknownTypes())
            faults.add(new Fault("?type", "unknown-type", "a type that some agency has", type));
        if (filter.q() != null && filter.q().length() > LONGEST)
            faults.add(new Fault("?q", "too-long", "at most %d characters".formatted(LONGEST), filter.q()));
        var sort = asked.sort() == null ? Order.AGENCY : asked.sort();
        var columns = Order.ofUnits(framework);
        var order = Order.of(sort, columns);
        if (order.isEmpty()) faults.add(new Fault("?sort", "unknown-sort", Order.names(columns), sort));
        if (!faults.isEmpty())
            throw Problem.of(ProblemType.INVALID_REQUEST, faults).refusal();
        var first = new Wish(standard, order.orElseThrow(), filter, asked.limit(), List.of());
        return first.after(first.cursor().read(asked.cursor(), order.orElseThrow()::writes));
    }

    private static void among(String pointer, @Nullable String given, List<String> known, List<Fault> faults) {
        if (given != null && !known.contains(given)) faults.add(new Fault(pointer, "unknown-value", known, given));
    }

    private static List<String> adequacies() {
        return Arrays.stream(Adequacy.values()).map(Adequacy::code).toList();
    }

    private Wish after(List<String> place) {
        return new Wish(standard, order, filter, limit, place);
    }

    Cursor cursor() {
        return Cursor.of("scores", standard.round().round(), standard.parent(), order.text(), filter);
    }

    boolean first() {
        return after.isEmpty();
    }
}
