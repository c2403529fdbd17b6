package org.prongsai.bench.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A report as people read it: the figures with their floors, then the phases they were made of. */
record Table(Report report) {

    String text() {
        return Stream.of(List.of(report.command(), machine(), ""), figures(), phases())
                .flatMap(List::stream)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private String machine() {
        var machine = report.machine();
        return String.format(
                Locale.ROOT,
                "%d cores, %d GiB, %s, Java %s, load before %.1f",
                machine.cores(),
                machine.gibibytes(),
                machine.system(),
                machine.java(),
                machine.load());
    }

    private List<String> figures() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("figure", "value", "by turn", "wanted", ""));
        report.figures()
                .forEach(figure -> rows.add(
                        List.of(figure.name(), figure.written(), figure.spread(), figure.wanted(), figure.verdict())));
        return aligned(rows);
    }

    private List<String> phases() {
        if (report.phases().isEmpty()) {
            return List.of();
        }
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("phase", "connections", "accepted/s", "p50 ms", "p99 ms", "max ms", "generator", "others"));
        report.phases().forEach(phase -> rows.add(row(phase)));
        return Stream.concat(Stream.of(""), aligned(rows).stream()).toList();
    }

    private List<String> row(Measured phase) {
        return List.of(
                phase.name(),
                String.valueOf(phase.connections()),
                String.format(Locale.ROOT, "%,.0f", phase.rate()),
                String.format(Locale.ROOT, "%.1f", phase.millis(50)),
                String.format(Locale.ROOT, "%.1f", phase.millis(99)),
                String.format(Locale.ROOT, "%.1f", phase.millis(100)),
                String.format(
                        Locale.ROOT,
                        "%.0f %%",
                        100 * phase.share(report.machine().cores())),
                phase.otherStatuses());
    }

    private static List<String> aligned(List<List<String>> rows) {
        int[] widths = IntStream.range(0, rows.getFirst().size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    /** Names to the left, numbers to the right. */
    private static String line(List<String> row, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> padded(row.get(column), widths[column], column == 0))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private static String padded(String text, int width, boolean left) {
        String blanks = " ".repeat(width - text.length());
        return left ? text + blanks : blanks + text;
    }
}
