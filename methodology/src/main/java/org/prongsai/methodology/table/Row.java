package org.prongsai.methodology.table;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One line of a table; reading a cell notes what is wrong with it. */
public final class Row {
    private static final Pattern AGENCY = Pattern.compile("(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,30}");

    private final int line;
    private final Map<String, String> cells;
    private final TableFaults faults;

    Row(int line, Map<String, String> cells, TableFaults faults) {
        this.line = line;
        this.cells = cells;
        this.faults = faults;
    }

    public int line() {
        return line;
    }

    /** What stands there, without surrounding blanks; empty where nothing does. */
    public String text(String column) {
        return cells.getOrDefault(column, "");
    }

    /** As {@link #text}, and nothing is a fault. */
    public String needed(String column) {
        var text = text(column);
        if (text.isEmpty()) fault(column, "missing", "a value");
        return text;
    }

    /** Words people read: something, of bearable length, all of which can be shown. */
    public String words(String column, int longest) {
        var text = needed(column);
        if (text.length() > longest) fault(column, "too-long", "at most " + longest + " characters");
        if (text.codePoints().anyMatch(Row::hidden)) fault(column, "control-character", "a text that can be shown");
        return text;
    }

    private static boolean hidden(int point) {
        return Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE;
    }

    /** The id of an agency, which stands in lines between commas. */
    public String agency() {
        var agency = needed("agency");
        if (!agency.isEmpty() && !AGENCY.matcher(agency).matches())
            fault("agency", "bad-agency", "small letters, digits and hyphens, at most 64");
        return agency;
    }

    /** A whole number; empty once it was noted that there is none. */
    public Optional<Long> number(String column, long min, long max) {
        var text = text(column);
        var expected = "a whole number from %d to %d".formatted(min, max);
        if (WHOLE.matcher(text).matches() && within(new BigInteger(text), min, max))
            return Optional.of(Long.valueOf(text));
        fault(column, text.isEmpty() ? "missing" : "out-of-range", expected);
        return Optional.empty();
    }

    private static boolean within(BigInteger number, long min, long max) {
        return number.compareTo(BigInteger.valueOf(min)) >= 0 && number.compareTo(BigInteger.valueOf(max)) <= 0;
    }

    public void fault(String column, String reason, @Nullable Object expected) {
        var text = text(column);
        faults.add(line, column, reason, expected, text.isEmpty() ? null : text);
    }
}
