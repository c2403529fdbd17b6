package org.prongsai.bench.scores;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.prongsai.bench.report.Figure;
import org.prongsai.bench.report.ProgressWriter;

/** The smallest run of everything: not how fast it is, but that it can still be measured, and that every answer is counted. */
@Tag("slow")
class ScoresIT {

    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    private static final List<String> SMALLEST =
            List.of(("--units 12 --responses 600 --seconds 2 --turns 2 --rate 100 --phase 1 --sizes 3,12 --amounts 600"
                            + " --spread 300 --among 6")
                    .split(" "));

    @Test
    void everyScenarioGivesItsFiguresAndTheCountsAreThoseThatWereMadeUp() {
        var result =
                ScoresJob.run("the smallest run", ScoresSettings.of(SMALLEST), HOME, ProgressWriter.ofThisTerminal());
        assertThat(result.report().figures())
                .extracting(Figure::name)
                .anyMatch(name -> name.startsWith("until every service is ready, empty folder"))
                .anyMatch(name -> name.startsWith("resident, scoring-service"))
                .anyMatch(name -> name.startsWith("responses scored"))
                .anyMatch(name -> name.startsWith("answers counted into tallies, from the log"))
                .anyMatch(name -> name.startsWith("list by -total, 1 connection, second page, p99"))
                .anyMatch(name -> name.startsWith("release to readable score, p99"))
                .anyMatch(name -> name.startsWith("12 units with 300 responses: list p99"))
                .anyMatch(name -> name.startsWith("600 responses of 6 units: scored"))
                .contains("recount of 600 answers and 3 scores", "recount of 1,200 answers and 18 scores")
                .doesNotHaveDuplicates();
        assertThat(value(result, "units whose score counts other answers")).isZero();
        assertThat(value(result, "recount and scores equal")).isOne();
        assertThat(value(result, "answers in the log")).isEqualTo(600);
        assertThat(value(result, "units with a total")).isPositive();
        assertThat(value(result, "resident at the most")).isGreaterThan(50);
        assertThat(value(result, "releases that were watched")).isPositive();
        assertThat(value(result, "the disk meanwhile")).isPositive();
        assertThat(result.plots()).hasSize(6).allSatisfy(plot -> assertThat(plot.lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.points()).isNotEmpty()));
    }

    private static double value(ScoresJob.Result result, String name) {
        return result.report().figures().stream()
                .filter(figure -> figure.name().startsWith(name))
                .mapToDouble(Figure::value)
                .findFirst()
                .orElseThrow();
    }
}
