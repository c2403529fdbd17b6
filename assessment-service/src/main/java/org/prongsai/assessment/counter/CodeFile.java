package org.prongsai.assessment.counter;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.prongsai.methodology.calendar.Dates;

/** Codes as a CSV file for whoever prints slips, a slot a line, in the time of the counter's clock. */
final class CodeFile {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mmxxx").withZone(Dates.BANGKOK);

    private CodeFile() {}

    static String write(CodePlan plan) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord("code", "from", "until", "taken_until", "round", "agency");
            for (var slot : plan.slots()) {
                csv.writeRecord(
                        slot.code(),
                        clock(slot.from()),
                        clock(slot.until()),
                        clock(slot.takenUntil()),
                        plan.unit().round(),
                        plan.unit().agency());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static String clock(Instant instant) {
        return CLOCK.format(instant);
    }
}
