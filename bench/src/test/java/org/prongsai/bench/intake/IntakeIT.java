package org.prongsai.bench.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.prongsai.bench.report.Figure;
import org.prongsai.bench.report.ProgressWriter;

/** The smallest run of everything: not how fast it is, but that it can still be measured. */
@Tag("slow")
class IntakeIT {

    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    @Test
    void everyScenarioGivesItsFiguresOfAnswersThatAreAllInTheDatabase() {
        var settings = IntakeSettings.of(List.of(
                "--warm",
                "6",
                "--phase",
                "2",
                "--connections",
                "4",
                "--units",
                "5",
                "--rows",
                "20000",
                "--turns",
                "1"));
        var report = IntakeJob.run("the smallest run", settings, HOME, ProgressWriter.ofThisTerminal());
        assertThat(report.figures())
                .extracting(Figure::name)
                .anyMatch(name -> name.startsWith("generator"))
                .anyMatch(name -> name.contains("downstream stopped"))
                .anyMatch(name -> name.contains("of staff with tickets ÷"))
                .anyMatch(name -> name.startsWith("blind signatures at the issuer ÷"))
                .anyMatch(name -> name.contains("single-row inserts"))
                .anyMatch(name -> name.contains("20,000 rows"))
                .anyMatch(name -> name.contains("downstream running"));
        assertThat(report.figures())
                .filteredOn(figure ->
                        figure.name().contains("accepted ÷") || figure.unit().equals("/s"))
                .allMatch(figure -> figure.value() > 0);
        assertThat(report.figures())
                .filteredOn(figure -> figure.name().contains("in the database")
                        || figure.name().contains("in the scores"))
                .hasSize(2)
                .allMatch(Figure::met);
        assertThat(report.phases()).isNotEmpty().allMatch(phase -> phase.otherStatuses()
                .isEmpty());
    }
}
