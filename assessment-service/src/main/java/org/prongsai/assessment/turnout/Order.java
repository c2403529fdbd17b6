package org.prongsai.assessment.turnout;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How units are sorted: by agency, or by their share of an instrument's minimum, so that the worst come first; a minus
 * before it turns it round, and units without a share come last either way.
 */
record Order(String column, boolean falling) {

    static final String AGENCY = "agency";
    private static final Pattern SHARE = Pattern.compile("([0-9]{1,10}\\.[0-9]{4})?");

    /** What decides where a unit stands; agencies decide between equals. */
    record Key(@Nullable BigDecimal share, String agency) {

        List<String> texts() {
            return List.of(share == null ? "" : share.toPlainString(), agency);
        }
    }

    static Optional<Order> of(String text, List<String> instruments) {
        boolean falling = text.startsWith("-");
        var column = falling ? text.substring(1) : text;
        return columns(instruments).filter(column::equals).findFirst().map(each -> new Order(each, falling));
    }

    static List<String> names(List<String> instruments) {
        return columns(instruments).flatMap(each -> Stream.of(each, "-" + each)).toList();
    }

    private static Stream<String> columns(List<String> instruments) {
        return Stream.concat(Stream.of(AGENCY), instruments.stream());
    }

    boolean byAgency() {
        return column.equals(AGENCY);
    }

    Comparator<Key> comparator() {
        if (byAgency()) return Comparator.comparing(Key::agency, way());
        return Comparator.comparing(Key::share, Comparator.nullsLast(way())).thenComparing(Key::agency);
    }

    private <T extends Comparable<T>> Comparator<T> way() {
        return falling ? Comparator.reverseOrder() : Comparator.naturalOrder();
    }

    Key key(TurnoutRow row) {
        var share = row.instruments().stream()
                .filter(each -> each.code().equals(column))
                .findFirst()
                .map(TurnoutRow.Progress::share)
                .orElse(null);
        return new Key(share, row.agency());
    }

    /** Whether these can be the texts of a key. */
    static boolean writes(List<String> texts) {
        return texts.size() == 2 && SHARE.matcher(texts.getFirst()).matches();
    }

    static Key read(List<String> texts) {
        var share = texts.getFirst();
        return new Key(share.isEmpty() ? null : new BigDecimal(share), texts.getLast());
    }
}
