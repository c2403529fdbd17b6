package org.prongsai.bench.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** A picture is well-formed, says what it shows to those who see it and to those who do not, and has the right heights. */
class PictureTest {

    private static final Plot PLOT = new Plot(
            "list",
            "First page <of a list>, in milliseconds",
            "units & responses",
            "ms",
            List.of(
                    new Line("p50", List.of(new Point(10, 1), new Point(1_000, 10))),
                    new Line("p99", List.of(new Point(10, 2), new Point(1_000, 34.56)))));

    private final String svg = new Picture(PLOT, "2 cores, 2026-11-27").svg();

    private Document document() throws Exception {
        return document(svg);
    }

    private static Document document(String svg) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static double heightOf(Picture picture, String words) throws Exception {
        var nodes = document(picture.svg()).getElementsByTagName("text");
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> node.getTextContent().equals(words))
                .mapToDouble(node -> Double.parseDouble(
                        node.getAttributes().getNamedItem("y").getNodeValue()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> texts(String tag) throws Exception {
        var nodes = document().getElementsByTagName(tag);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(node -> nodes.item(node).getTextContent())
                .toList();
    }

    @Test
    void everyLineIsNamedAtItsEndAndEveryValueStandsBesideItsPoint() throws Exception {
        assertThat(texts("text"))
                .contains("First page <of a list>, in milliseconds", "units & responses", "2 cores, 2026-11-27")
                .contains("p50", "p99", "1 ms", "10 ms", "2 ms", "34.6 ms")
                .contains("100", "1,000");
    }

    @Test
    void valuesOfTwoLinesStandOnTheirOuterSidesWhicheverIsFirst() throws Exception {
        var turned = new Plot("", "", "", "ms", PLOT.lines().reversed());
        for (var picture : List.of(new Picture(PLOT, ""), new Picture(turned, ""))) {
            assertThat(heightOf(picture, "34.6 ms")).isLessThan(heightOf(picture, "p99"));
            assertThat(heightOf(picture, "10 ms")).isGreaterThan(heightOf(picture, "p50"));
        }
    }

    @Test
    void aLineOfNothingIsNeverTheUpperOne() {
        assertThat(new Plot("", "", "", "", List.of(PLOT.lines().getFirst(), new Line("none", List.of()))).upper())
                .isZero();
    }

    @Test
    void whoCannotSeeItHearsTheSame() throws Exception {
        assertThat(document().getDocumentElement().getAttribute("aria-labelledby"))
                .isEqualTo("title desc");
        assertThat(texts("title")).containsExactly(PLOT.title());
        assertThat(texts("desc").getFirst()).contains("p99: 2 ms at 10, 34.6 ms at 1,000", "2 cores");
    }

    @Test
    void itCanBeReadInTheDark() {
        assertThat(svg).contains("prefers-color-scheme: dark", "color-scheme: light dark");
    }

    @Test
    void tenTimesAsMuchIsAsFarEverywhere() {
        var axis = PLOT.x(0, 200);
        assertThat(axis.ticks()).containsExactly(10.0, 100.0, 1_000.0);
        assertThat(axis.at(10)).isZero();
        assertThat(axis.at(100)).isEqualTo(100);
        assertThat(axis.at(1_000)).isEqualTo(200);
    }

    @Test
    void oneSizeAloneHasAnAxisToo() {
        var axis = new Plot("", "", "", "", List.of(new Line("", List.of(new Point(100, 0))))).x(0, 100);
        assertThat(axis.at(100)).isZero();
        assertThat(axis.ticks()).hasSize(2);
    }
}
