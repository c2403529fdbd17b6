package org.prongsai.bench.scores;

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
class ScoresSettingsTest {

    @Test
    void withoutOptionsANationIsMeasured() {
        var settings = ScoresSettings.of(List.of());
        assertThat(settings.only()).containsExactly(Scenario.values());
        assertThat(settings.units()).isEqualTo(8317);
        assertThat(settings.responses()).isEqualTo(1_350_000);
        assertThat(settings.lasting()).isEqualTo(Duration.ofSeconds(60));
        assertThat(settings.turns()).isEqualTo(3);
        assertThat(settings.keep()).isFalse();
        assertThat(settings.json()).isEmpty();
        assertThat(settings.plots()).isEmpty();
    }

    @Test
    void sizesGrowHoweverTheyAreTyped() {
        var settings = ScoresSettings.of(List.of("--sizes", "100,10,100", "--keep", "--plots", "pictures"));
        assertThat(settings.sizes()).containsExactly(10, 100);
        assertThat(settings.keep()).isTrue();
        assertThat(settings.plots()).contains(Path.of("pictures"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--only list,lists | there is no such scenario; there are start,national,recount,list,delay,growth",
                "--connections 9 | there is no option --connections",
                "--units | --units needs a value",
                "--units 0 | it must be a number from 1 to 20,000",
                "--sizes 10,,20 | it must be a number from 1 to 20,000",
                "--responses all | it must be a number from 1 to 13,500,000"
            })
    void whatCannotBeMeasuredIsRefused(String typed, String sentence) {
        assertThatThrownBy(() -> ScoresSettings.of(List.of(typed.split(" "))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void theHelpKnowsEveryOptionAndScenarioWithItsDefault() throws IOException {
        var help = help();
        ScoresSettings.OPTIONS.forEach((option, usual) -> assertThat(help)
                .anyMatch(line ->
                        line.contains(option + " ") && line.replace(",", "").contains(usual.replace(",", ""))));
        assertThat(help).anyMatch(line -> line.contains(ScoresSettings.KEEP));
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
