package org.prongsai.scoring.board;

import java.util.List;
import java.util.Optional;
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

    boolean byAgency() {
        return column.equals(AGENCY);
    }

    boolean byTotal() {
        return column.equals(TOTAL);
    }
}
