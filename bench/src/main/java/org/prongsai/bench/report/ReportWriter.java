package org.prongsai.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.prongsai.bench.load.Measured;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes a report into a file, for programs. */
public final class ReportWriter {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ReportWriter() {}

    public static void write(Report report, Path file) {
        try {
            Files.writeString(file, json(report).toPrettyString() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    public static ObjectNode json(Report report) {
        var json = JSON.createObjectNode().put("command", report.command()).put("met", report.met());
        json.set("machine", JSON.valueToTree(report.machine()));
        var figures = json.putArray("figures");
        report.figures()
                .forEach(figure -> figures.add(((ObjectNode) JSON.valueToTree(figure)).put("met", figure.met())));
        var phases = json.putArray("phases");
        report.phases().forEach(phase -> phases.add(json(phase, report.machine().cores())));
        return json;
    }

    private static ObjectNode json(Measured phase, int cores) {
        var json = JSON.createObjectNode()
                .put("name", phase.name())
                .put("connections", phase.connections())
                .put("seconds", phase.lasted().toMillis() / 1000.0)
                .put("acceptedPerSecond", phase.rate())
                .put("p50", phase.millis(50))
                .put("p99", phase.millis(99))
                .put("p999", phase.millis(99.9))
                .put("max", phase.millis(100))
                .put("generator", phase.share(cores));
        json.set("statuses", JSON.valueToTree(phase.statuses()));
        return json;
    }
}
