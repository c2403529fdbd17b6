package org.prongsai.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.prongsai.bench.load.Measured;

/** A report as people read it: the figures with their floors, then the phases they were made of. */
public record Table(Report report, Last last) {

    public Table(Report report) {
        this(report, Last.NONE);
    }

    public String text() {
        return Stream.of(head(), figures(), phases()).flatMap(List::stream).collect(Collectors.joining("\n", "", "\n"));
    }

    private List<String> head() {
        var machine = report.machine();
        String load = String.format(Locale.ROOT, ", load before %.1f", machine.load());
        var head = List.of(report.command(), machine.text() + load);
        return Stream.concat(head.stream(), last.isNone() ? Stream.of("") : Stream.of("last: " + last.command(), ""))
                .toList();
    }

    private List<String> figures() {
        var rows = new ArrayList<List<String>>();
        rows.add(beside(List.of("figure", "value", "by turn", "wanted", ""), "last", "ratio"));
        report.figures().forEach(figure -> rows.add(row(figure)));
        return aligned(rows);
    }

    private List<String> row(Figure figure) {
        var row = List.of(figure.name(), figure.written(), figure.spread(), figure.wanted(), figure.verdict());
        var before = last.of(figure);
        return beside(
                row,
                before.map(Figure::number).orElse(""),
                before.filter(value -> value != 0)
                        .map(value -> String.format(Locale.ROOT, "%.2f", figure.value() / value))
                        .orElse(""));
    }

    /** Only where there is an earlier result are there columns for it. */
    private List<String> beside(List<String> row, String before, String ratio) {
        return last.isNone()
                ? row
                : Stream.concat(row.stream(), Stream.of(before, ratio)).toList();
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
