package org.prongsai.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script works wherever it is started from, or says in a sentence why not. */
class ScriptSurroundingsTest {

    @TempDir
    private Path folder;

    private FakeClone clone;

    @BeforeEach
    void build() throws IOException {
        clone = FakeClone.in(folder);
    }

    @Test
    void aThaiNameOfTheDataFolderNeedsNoThaiLocale() throws IOException, InterruptedException {
        var said = clone.run(Map.of("LANG", "C", "HOME", "/root"), "up");
        assertThat(said.text()).containsPattern("LC_ALL=\\S+\\.(utf8|UTF-8)\n");
    }

    @Test
    void aLocaleThatKnowsAllLettersStays() throws IOException, InterruptedException {
        var said = clone.run(Map.of("LC_CTYPE", "C.UTF-8", "HOME", "/root"), "up");
        assertThat(said.text()).contains("LC_ALL=\n");
    }

    @Test
    void nobodyNeedsAHome() throws IOException, InterruptedException {
        var kit = Files.createDirectories(folder.resolve("sdk/candidates/java"));
        Files.createSymbolicLink(kit.resolve("25"), folder.resolve("jdk"));
        var path = folder.resolve("bin") + ":/usr/bin:/bin";
        var said = clone.run(
                Map.of(
                        "JAVA_HOME",
                        "",
                        "PATH",
                        path,
                        "SDKMAN_DIR",
                        folder.resolve("sdk").toString()),
                "fmt");
        assertThat(said.text()).isEmpty();
        assertThat(said.status()).isZero();
    }

    @Test
    void theLauncherRunsFromACopyThatTheNextBuildDoesNotTouch() throws IOException, InterruptedException {
        var target = folder.resolve("launcher/target");
        var first = clone.run(Map.of(), "up").text();
        var process = first.replaceAll("(?s).*process=(\\d+).*", "$1");
        assertThat(first).contains("-jar\n" + target.resolve("running-" + process + ".jar"));

        clone.run(Map.of(), "up");
        assertThat(Files.list(target).filter(file -> file.toString().contains("running-")))
                .as("the copy of a launcher that has ended goes")
                .hasSize(1)
                .doesNotContain(target.resolve("running-" + process + ".jar"));
    }

    @Test
    void aStaleCloneThatCannotBeWrittenIsSaidInOneSentence() throws IOException, InterruptedException {
        Files.delete(clone.stamp("gateway"));
        Files.writeString(folder.resolve("target"), "in the way");
        var said = clone.run(Map.of(), "up");
        assertThat(said.status()).isEqualTo(1);
        assertThat(said.text().lines())
                .singleElement()
                .asString()
                .contains("gateway must be built")
                .contains("cannot be written: give yourself permission");
    }

    @ParameterizedTest
    @CsvSource({"fmt,--check,''", "test,--full,--chekc"})
    void anUnknownOptionIsRefused(String command, String first, String second)
            throws IOException, InterruptedException {
        var unknown = second.isEmpty() ? first : second;
        var said = clone.run(Map.of(), command, first, unknown);
        assertThat(said.status()).isEqualTo(1);
        assertThat(said.text()).contains("'%s' is not an option of %s".formatted(unknown, command));
    }
}
