package org.prongsai.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prongsai.seeds.http.Backoff;

class DemoCommandTest {

    private static final Backoff QUICK = new Backoff(Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofSeconds(5));

    @TempDir
    private Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() throws IOException {
        assertThat(folder("one", "--responses", "2000", "--seed", "a")).isZero();
        assertThat(folder("same", "--responses", "2000", "--seed", "a")).isZero();
        assertThat(folder("other", "--responses", "2000", "--seed", "b")).isZero();
        for (String file : List.of("responses.ndjson", "tallies.csv", "marks.csv", "population.csv", "README.txt"))
            assertThat(text("one", file)).isEqualTo(text("same", file)).isNotEqualTo(text("other", file));
        assertThat(text("one", "responses.ndjson").lines()).hasSize(2000);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("135 units, 2,000 responses", "Everything is made up");
    }

    @Test
    void unitsComeFromTheRegisterAFileOrNowhere() throws IOException {
        assertThat(folder("all", "--units", "140", "--responses", "0")).isZero();
        assertThat(text("all", "population.csv"))
                .contains("imm-chiangmai,", "synthetic-00005,")
                .doesNotContain("synthetic-00006");
        assertThat(text("all", "agencies.csv").lines()).hasSize(6);
        Path register = Files.writeString(home.resolve("r.csv"), "agency,type\nhere,province\nabove,division\n");
        assertThat(folder("file", "--agencies", register.toString())).isZero();
        assertThat(text("file", "population.csv").lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("here,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "x-windows-874"})
    void aRegisterMayBeSavedByAnySpreadsheet(String charset) throws IOException {
        String mark = charset.equals("UTF-8") ? "\uFEFF" : "";
        String csv = mark + "agency,type,name_th\nhere,province,ตม.จว.น่าน\n";
        Path register = Files.write(home.resolve("r.csv"), csv.getBytes(Charset.forName(charset)));
        assertThat(folder("file", "--agencies", register.toString())).as(said()).isZero();
        assertThat(text("file", "population.csv")).contains("here,");
        Files.write(register, csv.getBytes(StandardCharsets.UTF_16));
        assertThat(folder("other", "--agencies", register.toString())).isEqualTo(2);
        assertThat(said()).contains("--agencies " + register + ": it is a text neither in UTF-8 nor in windows-874");
    }

    @Test
    void anyFrameworkWithTheSurveysWillDo() throws IOException {
        Path file = home.resolve("mine.yaml");
        Files.copy(Path.of("frameworks/ita-immigration-2567.yaml"), file);
        assertThat(folder("named", "--responses", "500")).isZero();
        assertThat(folder("file", "--responses", "500", "--framework", file.toString()))
                .isZero();
        assertThat(text("file", "responses.ndjson")).isEqualTo(text("named", "responses.ndjson"));
        Files.writeString(file, "name: nothing\n");
        assertThat(folder("bad", "--framework", file.toString())).isEqualTo(2);
        assertThat(said()).contains("--framework " + file + " cannot be read").contains("fiscalYear");
    }

    @Test
    void saysHowItWasMadeSoThatItCanBeMadeAgain() throws IOException {
        folder("out", "--responses", "500", "--seed", "it's me", "--coached-share", "0.5");
        assertThat(text("out", "README.txt"))
                .contains("./prongsai demo --out DIR --coached-share 0.5 --responses 500 --seed 'it'\\''s me'\n");
    }

    @Test
    void theShareOfTheCoachedCanBeChosen() throws IOException {
        folder("all", "--responses", "2000", "--profiles", "coached=1", "--coached-share", "1");
        folder("few", "--responses", "2000", "--profiles", "coached=1", "--coached-share", "0.2");
        assertThat(perfect("all")).isGreaterThan(0.99);
        assertThat(perfect("few")).isBetween(0.15, 0.35);
    }

    private double perfect(String folder) throws IOException {
        return text(folder, "responses.ndjson")
                .lines()
                .filter(line -> line.contains("\"iit\""))
                .mapToInt(line -> line.contains("\"i1\":\"6\",\"i2\":\"6\",\"i3\":\"1\",\"i4\":\"6\"") ? 1 : 0)
                .average()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--units 0|--units 0: it must be a whole number from 1 to 100,000",
                "--units 100001|--units 100001: it must be",
                "--responses 13500001|--responses 13500001: it is neither a whole number from 0 to 13,500,000",
                "--responses -1|--responses -1: it is neither",
                "--responses 1,3500|--responses 1,3500: it is neither",
                "--responses 13500,000|--responses 13500,000: it is neither",
                "--responses 1,350_000|--responses 1,350_000: it is neither",
                "--responses 1,,350|--responses 1,,350: it is neither",
                "--responses good=9 --profiles poor=1|--responses names good, and none of the 135 units has that profile",
                "--units 1 --responses good=9,poor=8,coached=7|--responses names ",
                "--units 3 --units 4|--units is given twice",
                "--force --force|--force is given twice",
                "--profiles good=0.9|--profiles good=0.9: the shares must sum to 1",
                "--coached-share 0.19|--coached-share 0.19: it must be a number from 0.2 to 1",
                "--coached-share 1.01|--coached-share 1.01: it must be",
                "--framework ita-1999|--framework ita-1999: it is neither a packaged framework (ita-general-2564",
                "--agencies nowhere.csv|--agencies nowhere.csv: there is no such file",
                "--agencies pom.xml|--agencies pom.xml: it is no register of agencies",
                "--round x|name either --out DIR or --round ID, not both",
                "--colour blue|there is no option --colour",
                "--seed|--seed needs a value",
            })
    void whatIsTypedWronglyIsNamedWithItsRule(String typed, String reason) {
        assertThat(folder("out", typed.split(" "))).isEqualTo(2);
        assertThat(said()).contains(reason).contains("Try --help.");
        assertThat(home.resolve("out")).doesNotExist();
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        assertThat(folder("out", "--units", "0", "--responses", "x", "--seed", " "))
                .isEqualTo(2);
        assertThat(said()).contains("--units 0:", "--responses x:", "--seed  :");
        assertThat(run("--force", "--framework", "x")).isEqualTo(2);
        assertThat(said()).contains("name either --out DIR or --round ID").contains("--force goes with --out only");
        assertThat(run("--round", "Not A Round", "--framework", "x")).isEqualTo(2);
        assertThat(said())
                .contains("--round Not A Round: a round is named by")
                .contains("--framework goes with --out only");
    }

    @Test
    void aFolderThatIsNotEmptyIsOverwrittenOnlyOnRequest() throws IOException {
        assertThat(folder("out", "--responses", "100")).isZero();
        assertThat(folder("out", "--responses", "200")).isEqualTo(2);
        assertThat(text("out", "responses.ndjson").lines()).hasSize(100);
        assertThat(folder("out", "--responses", "200", "--force")).isZero();
        assertThat(text("out", "responses.ndjson").lines()).hasSize(200);
    }

    @Test
    void explainsItself() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("--coached-share S", "synthetic: true");
    }

    private int folder(String name, String... more) {
        var typed = new ArrayList<>(List.of("--out", home.resolve(name).toString()));
        typed.addAll(List.of(more));
        return run(typed.toArray(String[]::new));
    }

    private int run(String... typed) {
        return new DemoCommand(print(out), print(err), QUICK, false).run(List.of(typed), Map.of());
    }

    private String text(String folder, String file) throws IOException {
        return Files.readString(home.resolve(folder).resolve(file));
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream print(ByteArrayOutputStream text) {
        return new PrintStream(text, true, StandardCharsets.UTF_8);
    }
}
