package org.prongsai.bench.plot;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A plot as SVG that can be read in light and in dark, with every value written beside its point.
 *
 * @param source the machine and the day
 */
record Picture(Plot plot, String source) {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 400;
    private static final int LEFT = 72;
    private static final int RIGHT = 620;
    private static final int TOP = 64;
    private static final int BOTTOM = 320;
    private static final int INSET = 40;
    private static final int ABOVE = -10;
    private static final int BELOW = 20;
    private static final int BASELINE = 4;

    private static final String STYLE = """
            <style>
            :root { color-scheme: light dark }
            svg { background: #fff; font: 13px system-ui, sans-serif }
            text { fill: #1a1a1a } .axis, .source { fill: #555; font-size: 12px } .title { font-size: 16px; font-weight: 600 }
            .grid { stroke: #ddd } .line { fill: none; stroke-width: 2 }
            .l0 { stroke: #0b5cad } .l1 { stroke: #b04a00; stroke-dasharray: 6 3 } .l2 { stroke: #4b6b00 }
            .p0 { fill: #0b5cad } .p1 { fill: #b04a00 } .p2 { fill: #4b6b00 }
            @media (prefers-color-scheme: dark) {
            svg { background: #16181c } text { fill: #eee } .axis, .source { fill: #b5b8bd } .grid { stroke: #3a3d42 }
            .l0 { stroke: #6db3f8 } .l1 { stroke: #f5a05a } .l2 { stroke: #a8cf4f }
            .p0 { fill: #6db3f8 } .p1 { fill: #f5a05a } .p2 { fill: #a8cf4f }
            }
            </style>
            """;

    String svg() {
        var x = plot.x(LEFT + INSET, RIGHT);
        var y = plot.y(BOTTOM - INSET, TOP);
        return Stream.of(
                        Stream.of(head()),
                        x.ticks().stream().map(tick -> vertical(x.at(tick), Axis.text(tick))),
                        y.ticks().stream().map(tick -> horizontal(y.at(tick), Axis.text(tick))),
                        IntStream.range(0, plot.lines().size()).mapToObj(index -> line(index, x, y)),
                        Stream.of(foot()))
                .flatMap(parts -> parts)
                .collect(Collectors.joining());
    }

    private String head() {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-labelledby="title desc">
                <title id="title">%s</title>
                <desc id="desc">Over %s. %s. %s</desc>
                """.formatted(
                                WIDTH,
                                HEIGHT,
                                escaped(plot.title()),
                                escaped(plot.over()),
                                escaped(plot.description()),
                                escaped(source))
                + STYLE
                + text(LEFT, 32, "title", "start", plot.title());
    }

    private String foot() {
        return text((LEFT + RIGHT) / 2.0, BOTTOM + 40, "axis", "middle", plot.over())
                + text(LEFT, HEIGHT - 12, "source", "start", source) + "</svg>\n";
    }

    private static String vertical(double at, String label) {
        return rule(at, TOP, at, BOTTOM) + text(at, BOTTOM + 18, "axis", "middle", label);
    }

    private static String horizontal(double at, String label) {
        return rule(LEFT, at, RIGHT, at) + text(LEFT - 8, at + BASELINE, "axis", "end", label);
    }

    private String line(int index, Axis x, Axis y) {
        var line = plot.lines().get(index);
        if (line.points().isEmpty()) {
            return "";
        }
        var last = line.points().getLast();
        String path = line.points().stream()
                .map(point -> number(x.at(point.x())) + "," + number(y.at(point.y())))
                .collect(Collectors.joining(" "));
        return "<polyline class=\"line l%d\" points=\"%s\"/>%n".formatted(index, path)
                + line.points().stream()
                        .map(point -> point(index, x.at(point.x()), y.at(point.y()), point))
                        .collect(Collectors.joining())
                + text(x.at(last.x()) + 10, y.at(last.y()) + BASELINE, "p" + index, "start", line.name());
    }

    /** The upper line has its values above it and the others below, however near they are. */
    private String point(int index, double x, double y, Point point) {
        boolean upper = index == plot.upper();
        return "<circle class=\"p%d\" cx=\"%s\" cy=\"%s\" r=\"4\"/>%n".formatted(index, number(x), number(y))
                + text(x, y + (upper ? ABOVE : BELOW), "p" + index, "middle", Axis.text(point.y()) + " " + plot.unit());
    }

    private static String rule(double x1, double y1, double x2, double y2) {
        return "<line class=\"grid\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>%n"
                .formatted(number(x1), number(y1), number(x2), number(y2));
    }

    private static String text(double x, double y, String kind, String anchor, String words) {
        return "<text x=\"%s\" y=\"%s\" class=\"%s\" text-anchor=\"%s\">%s</text>%n"
                .formatted(number(x), number(y), kind, anchor, escaped(words));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
