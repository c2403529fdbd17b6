package org.prongsai.scoring.listing;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a list is sorted: by agency, name or a number; a minus before it turns it round, whoever lacks the number comes
 * last either way.
 */
public record Order(String column, boolean falling) {
    public static final String AGENCY = "agency";
    public static final String TOTAL = "total";
    private static final String NAME = "name.";
    public static final List<String> NAMES = List.of(NAME + "th", NAME + "en");
    private static final Pattern NUMBER = Pattern.compile("(-?[0-9]{1,9}(\\.[0-9]{1,9})?)?");

    public static Optional<Order> of(String text, List<String> columns) {
        boolean falling = text.startsWith("-");
        var column = falling ? text.substring(1) : text;
        return columns.stream().filter(column::equals).findFirst().map(each -> new Order(each, falling));
    }

    /** As they are asked for. */
    public static List<String> names(List<String> columns) {
        return columns.stream().flatMap(each -> Stream.of(each, "-" + each)).toList();
    }

    /** Whether these can be the sort key and the agency of a row in this order; a row without the number has no key. */
    public boolean writes(List<String> keys) {
        return keys.size() == 2
                && (byAgency() || byName() || NUMBER.matcher(keys.getFirst()).matches());
    }

    public boolean byAgency() {
        return column.equals(AGENCY);
    }

    public boolean byName() {
        return NAMES.contains(column);
    }

    /** The language of the name that it is sorted by. */
    public String language() {
        return column.substring(NAME.length());
    }

    public boolean byTotal() {
        return column.equals(TOTAL);
    }

    public String text() {
        return (falling ? "-" : "") + column;
    }
}
