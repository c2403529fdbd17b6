package org.prongsai.bench.scores;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.prongsai.bench.plot.Plot;
import org.prongsai.bench.plot.Point;
import org.prongsai.bench.report.Figure;
import org.prongsai.bench.scores.Growth.Size;

/** A round's size says how long its list is, and only a recount itself says what it read. */
class GrowthTest {

    private final Growth growth = new Growth(
            List.of(new Size(10, 300, 4, 9, 900), new Size(1_000, 300, 6, 13, 300)),
            List.of(new Size(100, 600, 5, 12, 500)),
            List.of(recount(11_000, 20, 7), recount(1_000, 10, 4)),
            List.of(recount(11_300, 30, 8), recount(11_600, 1_030, 9)));

    private static Recount recount(long answers, long scores, double seconds) {
        return new Recount(answers, scores, seconds, seconds / 2, true, 1);
    }

    private Plot plot(String name) {
        return growth.plots().stream()
                .filter(plot -> plot.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRecountIsPlottedOverWhatItReadAndCompared() {
        var longer = plot("growth-recount-responses");
        assertThat(longer.over()).isEqualTo("answers in the log, with 10 to 20 scores compared");
        assertThat(longer.lines().getFirst().points()).containsExactly(new Point(1_000, 4), new Point(11_000, 7));
        var wider = plot("growth-recount-units");
        assertThat(wider.over()).isEqualTo("scores compared, with 11,300 to 11,600 answers in the log");
        assertThat(wider.lines().getFirst().points()).containsExactly(new Point(30, 8), new Point(1_030, 9));
        assertThat(wider.lines().getLast().points()).containsExactly(new Point(30, 4), new Point(1_030, 4.5));
    }

    @Test
    void listsAndScoringArePlottedOverTheSizeOfTheirRound() {
        assertThat(plot("growth-list-units").over()).isEqualTo("units, with 300 responses");
        assertThat(plot("growth-scoring-units").lines().getFirst().points())
                .containsExactly(new Point(10, 900), new Point(1_000, 300));
        assertThat(plot("growth-scoring-responses").over()).isEqualTo("responses, of 100 units");
        assertThat(plot("growth-list-responses").lines().getLast().points()).containsExactly(new Point(600, 12));
    }

    @Test
    void figuresAreNamedByWhatTheyAreOf() {
        assertThat(growth.figures())
                .extracting(Figure::name)
                .startsWith("10 units with 300 responses: list p50")
                .contains(
                        "600 responses of 100 units: scored",
                        "recount of 1,000 answers and 10 scores",
                        "recount of 11,600 answers and 1,030 scores, the log read and counted")
                .doesNotHaveDuplicates()
                .hasSize(3 * 3 + 4 * 2);
    }
}
