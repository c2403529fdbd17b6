package org.prongsai.assessment.balance;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.prongsai.assessment.ticket.Issued;
import org.prongsai.assessment.turnout.Used;

/** The balance of all units of a round as a CSV file. */
final class BalanceFile {

    private record Survey(String agency, String instrument) {}

    private BalanceFile() {}

    static String write(List<Issued> issued, List<Used> used) {
        Map<Survey, Integer> answered = used.stream()
                .collect(Collectors.groupingBy(
                        each -> new Survey(each.agency(), each.instrument()), Collectors.summingInt(Used::responses)));
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord("agency", "instrument", "issued", "redeemed", "used");
            issued.forEach(each -> csv.writeRecord(
                    each.agency(),
                    each.instrument(),
                    Integer.toString(each.issued()),
                    Integer.toString(each.redeemed()),
                    answered.getOrDefault(new Survey(each.agency(), each.instrument()), 0)
                            .toString()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
