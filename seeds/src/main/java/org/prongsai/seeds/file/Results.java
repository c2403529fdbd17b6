package org.prongsai.seeds.file;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Official results of earlier years as published: a head, and a line for each agency and year. */
public record Results(List<String> head, List<List<String>> lines) {

    private static final String AGENCY = "agency";

    public static Results of(String csv) {
        List<List<String>> all = CsvReader.builder().ofCsvRecord(csv).stream()
                .map(CsvRecord::getFields)
                .toList();
        if (all.isEmpty() || !all.getFirst().contains(AGENCY))
            throw new IllegalArgumentException("earlier results need a head with a column named " + AGENCY);
        return new Results(all.getFirst(), all.subList(1, all.size()));
    }

    public Set<String> agencies() {
        return lines.stream().map(this::agency).collect(Collectors.toSet());
    }

    /** Those of these agencies only: nobody can hold results of an agency that the register does not have. */
    public Results of(Set<String> agencies) {
        return new Results(
                head,
                lines.stream().filter(line -> agencies.contains(agency(line))).toList());
    }

    private String agency(List<String> line) {
        return line.get(head.indexOf(AGENCY));
    }

    public String csv() {
        var text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(head);
            lines.forEach(csv::writeRecord);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
