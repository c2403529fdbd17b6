package org.prongsai.assessment.draw;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.prongsai.assessment.draw.DrawWriter.Drawn;
import org.prongsai.blind.InvitationCode;

/** Invitations as a CSV file: on each line a code and the key that must sign for it. */
final class SlipFile {

    private SlipFile() {}

    static String write(Drawn drawn) {
        var text = new StringWriter();
        var key = drawn.key();
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord("code", "round", "agency", "instrument", "key_sha256");
            for (InvitationCode code : drawn.codes()) {
                csv.writeRecord(code.text(), key.round(), key.agency(), key.instrument(), key.sha256());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
