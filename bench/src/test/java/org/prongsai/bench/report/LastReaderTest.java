package org.prongsai.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was kept is read again, and where nothing was kept there is nothing. */
class LastReaderTest {

    private static final Figure KEPT = Figure.of("scored", 1_234.5, "/s");

    @Test
    void theFiguresOfAKeptReportAreFoundByTheirNames(@TempDir Path folder) {
        var file = folder.resolve("last.json");
        var machine = new Report.Machine(2, 24, "Debian", "25", 0.1);
        ReportWriter.write(new Report("./prongsai bench scores", machine, List.of(KEPT), List.of()), file);
        var last = LastReader.read(file);
        assertThat(last.command()).isEqualTo("./prongsai bench scores");
        assertThat(last.of(KEPT)).contains(1_234.5);
        assertThat(last.of(Figure.of("another", 1, ""))).isEmpty();
    }

    @Test
    void aFirstRunHasNoLastOne(@TempDir Path folder) {
        assertThat(LastReader.read(folder.resolve("none.json")).isNone()).isTrue();
    }
}
