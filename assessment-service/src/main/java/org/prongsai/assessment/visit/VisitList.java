package org.prongsai.assessment.visit;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;
import org.prongsai.assessment.draw.DrawWriter.Drawn;
import org.prongsai.methodology.calendar.Dates;

/** What an assessor takes to the counter or the telephone: each visit with its code, shown this once. */
record VisitList(String instrument, String part, String keySha256, List<Row> visits) {

    /** @param moment in Bangkok, as 2027-02-03T09:13:42+07:00 */
    record Row(String moment, int queue, String code) {

        @Override
        public String toString() {
            return "Row[…]";
        }
    }

    /** The codes are in no order, so it is luck which visit has which. */
    static VisitList of(String part, List<Visit> visits, Drawn drawn) {
        var rows = IntStream.range(0, visits.size())
                .mapToObj(i -> row(visits.get(i), drawn.codes().get(i).text()))
                .toList();
        return new VisitList(drawn.key().instrument(), part, drawn.key().sha256(), rows);
    }

    private static Row row(Visit visit, String code) {
        var moment = visit.moment().atZone(Dates.BANGKOK);
        return new Row(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment), visit.queue(), code);
    }

    String csv() {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord("moment", "queue", "code", "instrument", "part", "key_sha256");
            for (Row row : visits) {
                csv.writeRecord(row.moment(), String.valueOf(row.queue()), row.code(), instrument, part, keySha256);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return "VisitList[…]";
    }
}
