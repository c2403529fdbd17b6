package org.prongsai.disclosure.marking;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.prongsai.disclosure.marking.Mark.Spot;
import org.prongsai.web.Fault;
import org.prongsai.web.Problem;
import org.prongsai.web.Rejection;
import org.prongsai.web.ThaiText;

/** A file of marks given elsewhere: all its marks, or every fault with its line, the rule it breaks and the value. */
final class MarkFile {
    static final List<String> HEADER = List.of("agency", "item", "mark");
    /** More would be a wrong file, not a file with faults; the rest is counted. */
    static final int SHOWN = 1000;

    private final Terms terms;
    private final List<Mark> marks = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Map<Spot, Long> lines = new HashMap<>();

    private @Nullable String encoding;
    private int found;

    private MarkFile(Terms terms) {
        this.terms = terms;
    }

    static MarkFile read(byte[] content, Terms terms) {
        var file = new MarkFile(terms);
        ThaiText.of(content).ifPresentOrElse(file::read, () -> file.refuseEncoding(content));
        file.sayHowManyMore();
        return file;
    }

    /** To be used only if there are no faults. */
    List<Mark> marks() {
        return marks;
    }

    /** Which one it was read from, null if from none. */
    @Nullable
    String encoding() {
        return encoding;
    }

    List<Fault> faults() {
        return faults;
    }

    /** How many there are, of which the first are listed. */
    int found() {
        return found;
    }

    private void read(ThaiText text) {
        encoding = text.encoding();
        var rows = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowUnclosedQuote(false)
                .allowExtraCharsAfterClosingQuote(false)
                .ofCsvRecord(text.text())
                .iterator();
        try {
            if (!rows.hasNext()) fault(1, "", "no-header", String.join(",", HEADER), "");
            else if (header(rows.next())) rows.forEachRemaining(this::row);
            if (marks.isEmpty() && found == 0) fault(2, "", "no-rows", "at least one mark", "");
        } catch (CsvParseException broken) {
            fault("/lines", "not-csv", "comma-separated values", String.valueOf(broken.getMessage()));
        }
    }

    private void refuseEncoding(byte[] content) {
        var refused = Rejection.encoding(content);
        fault(refused.line(), "", refused.reason(), ThaiText.EXPECTED, Objects.requireNonNull(refused.actual()));
    }

    private boolean header(CsvRecord row) {
        if (fields(row).equals(HEADER)) return true;
        var found = String.join(",", row.getFields());
        fault(row.getStartingLineNumber(), "", "wrong-header", String.join(",", HEADER), found);
        return false;
    }

    private void row(CsvRecord row) {
        long line = row.getStartingLineNumber();
        var fields = fields(row);
        if (fields.size() != HEADER.size()) {
            fault(line, "", "wrong-number-of-fields", HEADER.size(), fields.size());
            return;
        }
        int before = found;
        agency(line, fields.get(0));
        item(line, fields.get(1));
        int mark = mark(line, fields.get(1), fields.get(2));
        if (terms.marked(fields.get(0), fields.get(1))) once(line, new Spot(fields.get(0), fields.get(1)));
        if (found == before) marks.add(Mark.of(fields.get(0), fields.get(1), mark));
    }

    private void agency(long line, String agency) {
        var lead = terms.round().lead(agency);
        if (!terms.exists(agency)) fault(line, "/agency", "unknown-agency", "an agency's slug", agency);
        else if (lead.isPresent()) fault(line, "/agency", "assessed-jointly", path(lead.get()), agency);
        else if (!terms.takesPart(agency))
            fault(line, "/agency", "not-participating", terms.round().participants(), agency);
    }

    private String path(String lead) {
        return Problem.pathOf(terms.round().round(), lead);
    }

    private void item(long line, String item) {
        if (!terms.marks().containsKey(item))
            fault(line, "/item", "unknown-item", List.copyOf(terms.marks().keySet()), item);
    }

    private int mark(long line, String item, String text) {
        var allowed = terms.marks().get(item);
        try {
            int mark = Integer.parseInt(text);
            if (allowed == null || allowed.contains(mark)) return mark;
        } catch (NumberFormatException notANumber) {
            // refused below, like a number that is no mark
        }
        fault(line, "/mark", "unknown-mark", allowed == null ? "a whole number" : allowed, text);
        return 0;
    }

    private void once(long line, Spot spot) {
        Long earlier = lines.putIfAbsent(spot, line);
        if (earlier != null) fault(line, "", "duplicate-line", "one line an item of an agency", "line " + earlier);
    }

    private void fault(long line, String field, String reason, Object expected, Object actual) {
        fault("/lines/" + line + field, reason, expected, actual);
    }

    private void fault(String pointer, String reason, Object expected, Object actual) {
        if (found++ < SHOWN) faults.add(new Fault(pointer, reason, expected, actual));
    }

    private void sayHowManyMore() {
        if (found > SHOWN) faults.add(new Fault("/lines", "more-faults", "none", found - SHOWN));
    }

    private static List<String> fields(CsvRecord row) {
        return row.getFields().stream().map(String::strip).toList();
    }
}
