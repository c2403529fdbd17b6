package org.prongsai.scoring.rollup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prongsai.scoring.listing.Order;
import org.prongsai.scoring.listing.Search;
import org.prongsai.scoring.subtree.Column;
import org.prongsai.scoring.subtree.Standard;
import org.prongsai.scoring.subtree.Subtree;
import org.prongsai.web.Cursor;
import org.prongsai.web.Fault;
import org.prongsai.web.Problem;
import org.prongsai.web.ProblemType;

/**
 * Which branches somebody wants to see, in which order: so many after a place, or from the first on.
 *
 * @param after sort key and agency of the last branch seen, empty on the first page
 */
record Stretch(Standard standard, Order order, Search search, int limit, List<String> after) {

    /** What was asked for, as it came in. */
    record Asked(
            @Nullable String sort,
            Search search,
            int limit,
            @Nullable String cursor) {}

    /** A branch with the number it is sorted by; without one it comes last. */
    record Key(String agency, Optional<BigDecimal> number) {
        List<String> place() {
            return List.of(number.map(BigDecimal::toPlainString).orElse(""), agency);
        }
    }

    /** Throws a refusal that names everything wrong with it. */
    static Stretch of(Asked asked, Standard standard) {
        var faults = new ArrayList<>(standard.scope().faults());
        faults.addAll(asked.search().faults());
        var sort = asked.sort() == null ? Order.AGENCY : asked.sort();
        var columns = Column.ordersOfBranches(standard.framework());
        var order = Order.of(sort, columns);
        if (order.isEmpty()) faults.add(new Fault("?sort", "unknown-sort", Order.names(columns), sort));
        if (!faults.isEmpty())
            throw Problem.of(ProblemType.INVALID_REQUEST, faults).refusal();
        var first = new Stretch(standard, order.orElseThrow(), asked.search(), asked.limit(), List.of());
        var after = first.cursor().read(asked.cursor(), first.order()::writes);
        return new Stretch(standard, first.order(), asked.search(), asked.limit(), after);
    }

    Cursor cursor() {
        return Cursor.of("rollups", standard.round().round(), standard.parent(), order.text(), search);
    }

    /** All of those branches from here on, in order. */
    List<Key> keys(Collection<String> branches, Subtree subtree) {
        var comparator = comparator();
        return branches.stream()
                .map(each -> new Key(each, order.byAgency() ? Optional.empty() : subtree.mean(each, order)))
                .filter(each -> after.isEmpty() || comparator.compare(each, last()) > 0)
                .sorted(comparator)
                .toList();
    }

    private Key last() {
        var number = after.getFirst();
        return new Key(after.getLast(), number.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(number)));
    }

    private Comparator<Key> comparator() {
        var agencies = Comparator.comparing(Key::agency);
        if (order.byAgency()) return order.falling() ? agencies.reversed() : agencies;
        Comparator<BigDecimal> numbers = order.falling() ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.<Key, BigDecimal>comparing(key -> key.number().orElse(null), Comparator.nullsLast(numbers))
                .thenComparing(agencies);
    }
}
