package org.prongsai.assessment.agency;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prongsai.web.CsvFile;
import org.prongsai.web.CsvHeader;
import org.prongsai.web.Rejection;

/**
 * The register as a file, one agency a line.
 *
 * @param encoding which one it was read from, null if from none
 */
record AgencyFile(@Nullable String encoding, List<AgencyRow> rows, List<Rejection> rejected) {
    private static final CsvHeader HEADER = CsvHeader.exactly(AgencyRow.COLUMNS);

    static AgencyFile read(byte[] content) {
        var eras = new Eras();
        var file = CsvFile.read(content, HEADER, line -> {
            for (var column : AgencyRow.DATES) eras.see(line.number(), line.text(column));
            return AgencyRow.read(line);
        });
        var rejected = new ArrayList<>(file.rejected());
        eras.mixed().ifPresent(rejected::add);
        return new AgencyFile(file.encoding(), file.rows(), rejected);
    }

    static AgencyFile read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Can be read back: an export is an import. */
    static String write(List<Agency> agencies) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(AgencyRow.COLUMNS);
            agencies.forEach(agency -> csv.writeRecord(AgencyRow.cells(agency)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
