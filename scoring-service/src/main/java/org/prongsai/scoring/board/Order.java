package org.prongsai.scoring.board;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.framework.Instrument;

/**
 * How a list of scores is sorted: by agency, by the total or by an instrument; a minus before it turns it round, units
 * without the number come last either way.
 */
record Order(String column, boolean falling) {
    private static final String AGENCY = "agency";
    private static final String TOTAL = "total";
    private static final Pattern NUMBER = Pattern.compile("(-?[0-9]{1,9}(\\.[0-9]{1,9})?)?");

    static Optional<Order> of(String text, Framework framework) {
        boolean falling = text.startsWith("-");
        var column = falling ? text.substring(1) : text;
        return columns(framework).filter(column::equals).findFirst().map(each -> new Order(each, falling));
    }

    static List<String> names(Framework framework) {
        return columns(framework).flatMap(each -> Stream.of(each, "-" + each)).toList();
    }

    private static Stream<String> columns(Framework framework) {
        return Stream.concat(
                Stream.of(AGENCY, TOTAL), framework.instruments().stream().map(Instrument::code));
    }

    /** Whether these can be the sort key and the agency of a unit in this order; a unit without the number has no key. */
    boolean writes(List<String> keys) {
        return byAgency() || NUMBER.matcher(keys.getFirst()).matches();
    }

    boolean byAgency() {
        return column.equals(AGENCY);
    }

    boolean byTotal() {
        return column.equals(TOTAL);
    }
}
