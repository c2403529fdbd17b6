package org.prongsai.scoring.history;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.prongsai.scoring.listing.Order;
import org.prongsai.scoring.listing.Scope;
import org.prongsai.scoring.listing.Search;
import org.prongsai.web.Cursor;
import org.prongsai.web.Fault;
import org.prongsai.web.Problem;
import org.prongsai.web.ProblemType;

/**
 * Which published results somebody wants to see, in which order.
 *
 * @param line whose history it is, null for the results of all agencies
 * @param after the sort key and {@link PublishedResult#place} of the last one seen, empty on the first page
 */
record ResultWish(@Nullable String line, Scope scope, Filter filter, Order order, int limit, List<String> after) {
    private static final String NEWEST_FIRST = "-fiscalYear";
    private static final List<String> COLUMNS = List.of("fiscalYear", "agency", "total");
    private static final Scope EVERYWHERE = new Scope(null, true, List.of());
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}(\\.[0-9]{1,2})?");
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");

    /** @param fiscalYear Buddhist era, null for all */
    record Filter(@Nullable Integer fiscalYear, @Nullable String level, Search search) {
        boolean empty() {
            return fiscalYear == null && level == null && search.empty();
        }
    }

    /** What was asked for, as it came in. */
    record Asked(
            @Nullable String sort,
            @Nullable String fiscalYear,
            @Nullable String level,
            Search search,
            int limit,
            @Nullable String cursor) {}

    /** Of one agency and those it came from. */
    static ResultWish of(Asked asked, String line) {
        return of(asked, line, EVERYWHERE);
    }

    /** Of all agencies. */
    static ResultWish of(Asked asked, Scope scope) {
        return of(asked, null, scope);
    }

    /** Throws a refusal that names everything wrong with it. */
    private static ResultWish of(Asked asked, @Nullable String line, Scope scope) {
        var faults = new ArrayList<>(scope.faults());
        faults.addAll(asked.search().faults());
        var year = asked.fiscalYear() == null ? null : YearText.of(asked.fiscalYear());
        if (year != null && !year.readable())
            faults.add(new Fault("?fiscalYear", year.wrong(), year.expected(), asked.fiscalYear()));
        if (asked.level() != null && !Scale.codes().contains(asked.level()))
            faults.add(new Fault("?level", "unknown-value", Scale.codes(), asked.level()));
        var sort = asked.sort() == null ? NEWEST_FIRST : asked.sort();
        var order = Order.of(sort, COLUMNS);
        if (order.isEmpty()) faults.add(new Fault("?sort", "unknown-sort", Order.names(COLUMNS), sort));
        if (!faults.isEmpty())
            throw Problem.of(ProblemType.INVALID_REQUEST, faults).refusal();
        var filter = new Filter(year == null ? null : year.year(), asked.level(), asked.search());
        var first = new ResultWish(line, scope, filter, order.orElseThrow(), asked.limit(), List.of());
        var after = first.cursor().read(asked.cursor(), first::place);
        return new ResultWish(line, scope, filter, first.order(), asked.limit(), after);
    }

    private boolean place(List<String> keys) {
        return keys.size() == 1 + PublishedResult.PLACE
                && (order.byAgency() || NUMBER.matcher(keys.getFirst()).matches())
                && YEAR.matcher(keys.get(1)).matches();
    }

    Cursor cursor() {
        return line == null
                ? Cursor.of("results", scope.parent(), order.text(), filter)
                : Cursor.of("history", line, order.text(), filter);
    }

    boolean first() {
        return after.isEmpty();
    }
}
