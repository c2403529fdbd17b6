package org.prongsai.assessment.framework;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prongsai.web.Fault;
import org.prongsai.web.Problem;
import org.prongsai.web.ProblemType;

/**
 * Which versions of frameworks somebody looks for, and in which order.
 *
 * @param fiscalYear Buddhist era
 * @param q part of a name, or of a title in any language; capitals do not matter
 */
record FrameworkSearch(
        @Nullable Integer fiscalYear, @Nullable String q, Order order, boolean descending) {
    private static final int FIRST_YEAR = 2540;
    private static final int LAST_YEAR = 2700;
    private static final int ERA = 543;
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");

    /** What a list can be sorted by; name and version decide between equals. */
    enum Order {
        NAME("name"),
        FISCAL_YEAR("fiscalYear");

        private final String code;

        Order(String code) {
            this.code = code;
        }
    }

    /** A version in a list: where the next page goes on. */
    record Place(int fiscalYear, FrameworkRef ref) {

        /** Empty when these keys are of no place. */
        static Optional<Place> of(List<String> keys) {
            if (keys.size() != 2 || !YEAR.matcher(keys.getFirst()).matches()) return Optional.empty();
            return FrameworkRef.of(keys.getLast()).map(ref -> new Place(Integer.parseInt(keys.getFirst()), ref));
        }
    }

    static FrameworkSearch of(@Nullable String fiscalYear, @Nullable String q, String sort) {
        var faults = new ArrayList<Fault>();
        var year = blankIsNone(fiscalYear).flatMap(text -> year(text, faults));
        boolean descending = sort.startsWith("-");
        var code = descending ? sort.substring(1) : sort;
        var order = Arrays.stream(Order.values())
                .filter(each -> each.code.equals(code))
                .findFirst();
        if (order.isEmpty()) faults.add(new Fault("?sort", "unknown-order", orders(), sort));
        if (!faults.isEmpty())
            throw Problem.of(ProblemType.INVALID_REQUEST, faults).refusal();
        return new FrameworkSearch(year.orElse(null), blankIsNone(q).orElse(null), order.orElseThrow(), descending);
    }

    private static Optional<Integer> year(String text, List<Fault> faults) {
        int year = YEAR.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (FIRST_YEAR <= year && year <= LAST_YEAR) return Optional.of(year);
        if (FIRST_YEAR <= year + ERA && year + ERA <= LAST_YEAR)
            faults.add(new Fault("?fiscalYear", "christian-year", "the Buddhist year, " + (year + ERA), text));
        else {
            var expected = "a Buddhist fiscal year, %d to %d".formatted(FIRST_YEAR, LAST_YEAR);
            faults.add(new Fault("?fiscalYear", "bad-fiscal-year", expected, text));
        }
        return Optional.empty();
    }

    private static List<String> orders() {
        return Arrays.stream(Order.values())
                .flatMap(each -> Stream.of(each.code, "-" + each.code))
                .toList();
    }

    private static Optional<String> blankIsNone(@Nullable String text) {
        return Optional.ofNullable(text).filter(each -> !each.isBlank()).map(String::strip);
    }
}
