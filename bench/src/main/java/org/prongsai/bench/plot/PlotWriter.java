package org.prongsai.bench.plot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Writes plots into a folder, each as a picture, and the numbers of all of them into one file beside. */
public final class PlotWriter {

    static final String NUMBERS = "growth.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PlotWriter() {}

    /** @param source the machine and the day */
    public static void write(List<Plot> plots, String source, Path folder) {
        var json = JSON.createObjectNode().put("source", source);
        json.set("plots", JSON.valueToTree(plots));
        try {
            Files.createDirectories(folder);
            for (var plot : plots) {
                Files.writeString(folder.resolve(plot.name() + ".svg"), new Picture(plot, source).svg());
            }
            Files.writeString(folder.resolve(NUMBERS), json.toPrettyString() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("plots cannot be written into " + folder, e);
        }
    }
}
