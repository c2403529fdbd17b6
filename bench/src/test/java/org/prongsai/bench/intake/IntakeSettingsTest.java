package org.prongsai.bench.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prongsai.bench.report.Options;

/** Options become settings, or a sentence; and the help knows them all. */
class IntakeSettingsTest {

    @Test
    void withoutOptionsEverythingIsMeasuredAsTheFloorsSay() {
        var settings = IntakeSettings.of(List.of());
        assertThat(settings.only()).containsExactly(Scenario.values());
        assertThat(settings.connections()).isEqualTo(64);
        assertThat(settings.warm()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.rows()).isEqualTo(1_000_000);
        assertThat(settings.json()).isEmpty();
    }

    @Test
    void scenariosKeepTheirOrderHoweverTheyAreNamed() {
        assertThat(IntakeSettings.of(List.of("--only", "running,stopped")).only())
                .containsExactly(Scenario.STOPPED, Scenario.RUNNING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--only stopped,stoped | there is no such scenario; there are generator,stopped",
                "--speed 9 | there is no option --speed",
                "--units | --units needs a value",
                "--phase 0 | it must be a number from 1 to 600",
                "--rows many | it must be a number from 1,000 to 20,000,000"
            })
    void whatCannotBeMeasuredIsRefused(String typed, String sentence) {
        assertThatThrownBy(() -> IntakeSettings.of(List.of(typed.split(" "))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void theHelpKnowsEveryOptionAndScenarioWithItsDefault() throws IOException {
        var help = help();
        IntakeSettings.OPTIONS.forEach((option, usual) -> assertThat(help)
                .anyMatch(line ->
                        line.contains(option + " ") && line.replace(",", "").contains(usual.replace(",", ""))));
        for (var scenario : Scenario.values()) {
            assertThat(help).anyMatch(line -> line.startsWith("  " + Options.word(scenario) + " "));
        }
    }

    private static List<String> help() throws IOException {
        var script = Path.of("..", "prongsai").toAbsolutePath().normalize();
        var process = new ProcessBuilder(script.toString(), "bench", "--help").start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }
}
