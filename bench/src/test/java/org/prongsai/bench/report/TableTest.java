package org.prongsai.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prongsai.bench.load.Pair;
import org.prongsai.bench.load.Samples;

/** A person sees which floor was missed, and a program does too. */
class TableTest {

    private static final Pair PAIR = new Pair(
            List.of(Samples.phase(1_000), Samples.phase(1_000)), List.of(Samples.phase(500), Samples.phase(660)));

    private final Report report = new Report(
            "./prongsai bench intake",
            new Report.Machine(2, 24, "Debian", "25", 0.25),
            List.of(
                    Figure.ratio("accepted ÷ no I/O", PAIR).atLeast(0.6),
                    Figure.of("p99", 20, "ms").below(150),
                    Figure.of("delay", 90, "ms")
                            .turns(List.of(90.0, 2000.0, 70.0))
                            .below(1000),
                    Figure.of("accepted", 2345.6, "/s")),
            List.of(Samples.phase(25_000, 20, Map.of(429, 7))));

    @Test
    void everyFigureStandsBesideWhatIsWanted() {
        assertThat(new Table(report).text().lines().map(line -> line.replaceAll(" +", " ")))
                .contains(
                        "./prongsai bench intake",
                        "2 cores, 24 GiB, Debian, Java 25, load before 0.3",
                        "accepted ÷ no I/O 0.58 0.50–0.66 ≥ 0.60 MISSED",
                        "p99 20 ms < 150 met",
                        "delay 90 ms 70–2,000 < 1,000 met",
                        "accepted 2,346 /s",
                        "a phase 64 2,500 20.0 20.0 20.0 10 % 7 × 429");
    }

    @Test
    void anEarlierResultStandsBesideTheNewOne() {
        var last = Last.of(ReportWriter.json(new Report(
                "./prongsai bench intake --turns 9",
                report.machine(),
                List.of(Figure.of("p99", 16, "ms")),
                List.of())));
        assertThat(new Table(report, last).text().lines().map(line -> line.replaceAll(" +", " ")))
                .contains(
                        "last: ./prongsai bench intake --turns 9",
                        "figure value by turn wanted last ratio",
                        "p99 20 ms < 150 met 16 1.25",
                        "accepted 2,346 /s");
    }

    @Test
    void oneMissedFloorIsEnough() {
        assertThat(report.met()).isFalse();
        assertThat(new Report("", report.machine(), report.figures().subList(1, 4), List.of()).met())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0.6, true", "0.599, false", "0.595, false"})
    void aFloorIsMetByWhatIsMeasuredAndNotByWhatIsShown(double value, boolean met) {
        assertThat(Figure.of("", value, "").atLeast(0.6).met()).isEqualTo(met);
    }

    @Test
    void aProgramReadsTheSame() {
        var json = ReportWriter.json(report);
        assertThat(json.path("met").asBoolean()).isFalse();
        assertThat(json.path("figures").path(0).path("atLeast").asDouble()).isEqualTo(0.6);
        assertThat(json.path("figures").path(0).path("met").asBoolean()).isFalse();
        assertThat(json.path("phases").path(0).path("statuses").path("429").asInt())
                .isEqualTo(7);
        assertThat(json.path("machine").path("cores").asInt()).isEqualTo(2);
    }
}
