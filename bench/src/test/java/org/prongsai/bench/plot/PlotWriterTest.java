package org.prongsai.bench.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Each plot is a file of its own, and their numbers lie beside. */
class PlotWriterTest {

    @Test
    void picturesAndNumbersLieInTheFolder(@TempDir Path folder) throws IOException {
        var plot = new Plot("one", "One", "units", "s", List.of(new Line("all", List.of(new Point(10, 0.5)))));
        PlotWriter.write(List.of(plot), "a machine", folder.resolve("plots"));
        assertThat(folder.resolve("plots").resolve("one.svg")).content().contains("a machine");
        var numbers = JsonMapper.builder()
                .build()
                .readTree(Files.readString(folder.resolve("plots").resolve(PlotWriter.NUMBERS)));
        assertThat(numbers.path("source").asString()).isEqualTo("a machine");
        assertThat(numbers.at("/plots/0/lines/0/points/0/y").asDouble()).isEqualTo(0.5);
    }
}
