package org.prongsai.scoring.subtree;

import java.util.List;
import java.util.stream.Stream;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.framework.Indicator;
import org.prongsai.scoring.listing.Order;

/**
 * A score that every unit can have beside its total: of an instrument, or of an indicator of one.
 *
 * @param instrument itself, or the one it belongs to
 */
public record Column(String code, String instrument, boolean indicator) {

    /** Instruments first, each in the framework's order. */
    public static List<Column> all(Framework framework) {
        var instruments = framework.instruments().stream().map(each -> new Column(each.code(), each.code(), false));
        var indicators = framework.instruments().stream().flatMap(each -> each.indicators().stream()
                .map(Indicator::code)
                .map(code -> new Column(code, each.code(), true)));
        return Stream.concat(instruments, indicators).toList();
    }

    /** What units can be sorted by. */
    public static List<String> ordersOfUnits(Framework framework) {
        return Stream.concat(Stream.of(Order.AGENCY), Stream.concat(Order.NAMES.stream(), numbers(framework)))
                .toList();
    }

    /** What branches can be sorted by; the numbers are their means. */
    public static List<String> ordersOfBranches(Framework framework) {
        return Stream.concat(Stream.of(Order.AGENCY), numbers(framework)).toList();
    }

    private static Stream<String> numbers(Framework framework) {
        return Stream.concat(Stream.of(Order.TOTAL), all(framework).stream().map(Column::code));
    }
}
