package org.prongsai.scoring.board;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.framework.Level;
import org.prongsai.methodology.score.Adequacy;
import org.prongsai.scoring.listing.Order;
import org.prongsai.scoring.subtree.Column;
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
        var faults = new ArrayList<>(standard.scope().faults());
        among(
                "?level",
                filter.level(),
                framework.levels().stream().map(Level::code).toList(),
                faults);
        among("?adequacy", filter.adequacy(), adequacies(), faults);
        faults.addAll(filter.search().faults());
        var sort = asked.sort() == null ? Order.AGENCY : asked.sort();
        var columns = Column.ordersOfUnits(framework);
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
