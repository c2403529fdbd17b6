package org.prongsai.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {

    private static final Path SCRIPT =
            Path.of("..", "prongsai").toAbsolutePath().normalize();

    private record Said(int status, String text) {}

    @ParameterizedTest
    @ValueSource(strings = {"up", "test", "fmt", "seed", "demo", "recount", "rebuild", "bench"})
    void everyCommandSaysWhatItDoes(String command) throws IOException, InterruptedException {
        var said = run(SCRIPT, command, "--help");
        assertThat(said.status()).isZero();
        assertThat(said.text()).startsWith("Usage: ./prongsai " + command);
    }

    @ParameterizedTest
    @CsvSource({"seed,Arguments", "demo,DemoArguments"})
    void theHelpKnowsEveryOptionOfTheProgram(String command, String source) throws IOException, InterruptedException {
        var program = Files.readString(Path.of("../seeds/src/main/java/org/prongsai/seeds/" + source + ".java"));
        var options = Pattern.compile("^ +(--[a-z-]+) ", Pattern.MULTILINE)
                .matcher(program)
                .results()
                .map(option -> option.group(1))
                .filter(option -> !option.equals("--help"))
                .toList();
        assertThat(options).hasSizeGreaterThan(3);
        assertThat(run(SCRIPT, command, "--help").text()).contains(options);
    }

    @ParameterizedTest
    @CsvSource({"recount,RecountWish", "rebuild,RebuildCommand"})
    void theHelpKnowsWhatTheScoringServiceUnderstands(String command, String source)
            throws IOException, InterruptedException {
        var program = Files.readString(
                Path.of("../scoring-service/src/main/java/org/prongsai/scoring/%s/%s.java".formatted(command, source)));
        var understood = Pattern.compile("^ +(--[a-z]+|Exit code: .*)", Pattern.MULTILINE)
                .matcher(program)
                .results()
                .map(option -> option.group(1))
                .toList();
        assertThat(understood).hasSizeGreaterThan(1);
        assertThat(run(SCRIPT, command, "--help").text()).contains(understood);
    }

    @Test
    void anUnknownCommandIsNamedAndTheKnownOnesAreListed() throws IOException, InterruptedException {
        var said = run(SCRIPT, "launch");
        assertThat(said.status()).isEqualTo(2);
        assertThat(said.text()).contains("'launch'", "up ", "seed ", "demo ", "test ", "fmt ");
    }

    @Test
    void theScriptFindsItsHomeThroughALink(@TempDir Path elsewhere) throws IOException, InterruptedException {
        var link = Files.createSymbolicLink(elsewhere.resolve("p"), SCRIPT);
        assertThat(run(link, "up", "--help").text())
                .isEqualTo(run(SCRIPT, "up", "--help").text());
    }

    private static Said run(Path script, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }
}
