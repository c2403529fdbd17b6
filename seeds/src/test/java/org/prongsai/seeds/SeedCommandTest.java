package org.prongsai.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prongsai.seeds.http.Backoff;
import org.prongsai.seeds.http.Door;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SeedCommandTest {

    private static final Backoff QUICK = new Backoff(Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofSeconds(5));
    private static final Backoff IMPATIENT =
            new Backoff(Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(20));
    private static final String BUSY = "{\"type\":\"/problems/busy\",\"title\":\"Starting\",\"status\":503}";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private RecordingPlatform platform;

    @BeforeEach
    void open() throws IOException {
        platform = new RecordingPlatform();
    }

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void loadsEverythingInOrder() {
        assertThat(run()).as(err.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(platform.calls.stream().map(RecordingPlatform.Call::line).distinct())
                .containsSubsequence(
                        "POST /oauth2/token",
                        "POST /api/v1/agencies/imports?dryRun=false",
                        "GET /api/v1/frameworks/ita-immigration-2567",
                        "PUT /api/v1/frameworks/ita-immigration-2567",
                        "POST /api/v1/people",
                        "POST /api/v1/rounds",
                        "PUT /api/v1/rounds/demo-2567-immigration/agencies/imm-lamphun/population",
                        "POST /api/v1/rounds/demo-2567-immigration/responses/imports",
                        "POST /api/v1/rounds/demo-2567-immigration/marks/imports",
                        "PUT /api/v1/rounds/demo-2570-immigration/agencies/imm-chiangmai/population",
                        "POST /api/v1/rounds/demo-2570-immigration/responses/imports",
                        "POST /api/v1/rounds/demo-2570-immigration/marks/imports");
    }

    @Test
    void signsInAndSaysWhatItSends() {
        run();
        assertThat(platform.to("POST /oauth2/token").getFirst().body()).isEqualTo("grant_type=client_credentials");
        assertThat(platform.to("POST /oauth2/token").getFirst().authorization())
                .isEqualTo("Basic ZGVtby1hZG1pbjpkZW1v");
        assertThat(platform.to(".* /api/.*"))
                .allMatch(call -> call.authorization().equals("Bearer t1"));
        assertThat(platform.to(".*agencies/imports.*").getFirst().type()).isEqualTo("text/csv");
        assertThat(platform.to("PUT .*frameworks.*").getFirst().type()).isEqualTo("application/json");
        assertThat(platform.to("POST .*responses.*").getFirst().type()).isEqualTo("application/x-ndjson");
        assertThat(platform.to("POST .*marks.*").getFirst().body()).startsWith("agency,item,mark\nimm-lamphun,o1,");
        assertThat(platform.to("POST .*responses.*"))
                .allMatch(call -> call.body().lines().count() <= 5_000);
        assertThat(platform.to("POST /api/v1/rounds").getLast().body()).doesNotContain("-P20D");
    }

    @Test
    void aFrameworkSpeaksEveryLanguageThatNamesIt() {
        run("--rounds", "none");
        JsonNode sent = JsonMapper.shared()
                .readTree(platform.to("PUT .*frameworks/ita-immigration-2567")
                        .getFirst()
                        .body());
        assertThat(sent.path("languages").valueStream().map(JsonNode::asString)).contains("th", "en", "zh", "my");
        assertThat(sent.path("translations").path("zh").asString()).isEqualTo("unofficial");
        assertThat(sent.at("/instruments/1/indicators/0/items/0/text/zh").asString())
                .matches(".*\\p{IsHan}.*");
        assertThat(sent.at("/instruments/1/indicators/0/items/0/options/0/label/zh")
                        .asString())
                .matches(".*\\p{IsHan}.*");
    }

    @Test
    void eachRoundUsesTheFrameworkOfItsYear() {
        run();
        assertThat(platform.to("POST /api/v1/rounds").stream().map(call -> JsonMapper.shared()
                        .readTree(call.body())
                        .path("framework")
                        .asString()))
                .containsExactly("ita-immigration-2567@1", "ita-immigration-2570@1");
    }

    @Test
    void earlierResultsOfAgenciesThatTheRegisterLacksAreLeftOut() {
        Step results = load().stream()
                .filter(step -> step.name().equals("Earlier results"))
                .findFirst()
                .orElseThrow();
        List<String> sent = platform.to("POST /api/v1/results/imports[?]dryRun=false")
                .getFirst()
                .body()
                .lines()
                .toList();
        assertThat(sent.getFirst()).startsWith("agency,name_th,");
        assertThat(sent.subList(1, sent.size())).isNotEmpty().allMatch(line -> line.startsWith("royal-thai-police,"));
        assertThat(results.count("created")).isEqualTo(sent.size() - 1);
        assertThat(results.count("left out")).isPositive();
        assertThat(results.count("created") + results.count("left out"))
                .isEqualTo(SeedFolder.rows(Path.of("history/results.csv")).size());
    }

    @Test
    void anEarlierResultThatIsRefusedIsNotSwallowed() {
        platform.stumble("/api/v1/results/imports?dryRun=false", 400, "{\"title\":\"Bad total\",\"status\":400}");
        assertThat(run("--rounds", "none")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Bad total");
    }

    @Test
    void aSecondRunChangesNothing() {
        List<Step> first = load();
        List<Step> second = load();
        assertThat(platform.to("PUT .*frameworks.*")).hasSameSizeAs(SeedFolder.frameworks());
        assertThat(total(first, "accepted")).isGreaterThan(4_000);
        assertThat(total(second, "accepted")).isZero();
        assertThat(total(second, "repeated")).isEqualTo(total(first, "accepted"));
        assertThat(second)
                .filteredOn(step -> step.name().startsWith("Round"))
                .allMatch(step -> step.count("unchanged") == 1);
        assertThat(second)
                .filteredOn(step -> step.name().equals("People"))
                .allMatch(step -> step.count("created") == 0);
    }

    private static int total(List<Step> steps, String what) {
        return steps.stream().mapToInt(step -> step.count(what)).sum();
    }

    @Test
    void waitsWhileThePlatformStarts() {
        platform.stumble("/api/v1/agencies/imports?dryRun=false", 503, BUSY)
                .stumble("/api/v1/agencies/imports?dryRun=false", 503, BUSY)
                .stumble("/api/v1/people", 502, "");
        assertThat(run("--rounds", "none")).isZero();
        assertThat(platform.to(".*agencies/imports.*")).hasSize(3);
    }

    @Test
    void waitsForAServiceThatHasNotHeardOfTheRound() {
        platform.stumble("/api/v1/rounds/demo-2570-immigration/marks/imports", 404, "{\"title\":\"Not found\"}")
                .stumble("/api/v1/rounds/demo-2570-immigration/marks/imports", 422, "{\"title\":\"Unknown agency\"}");
        assertThat(run("--rounds", "demo-2570-immigration")).isZero();
        assertThat(platform.to(".*marks/imports")).hasSize(3);
    }

    @Test
    void signsInAgainWhenTheTokenHasRunOut() {
        platform.stumble("/api/v1/people", 401, "");
        assertThat(run("--rounds", "none")).isZero();
        assertThat(platform.to("POST /oauth2/token")).hasSize(2);
    }

    @Test
    void saysEveryFaultOfARefusal() {
        platform.stumble("/api/v1/agencies/imports?dryRun=false", 422, """
                {"type":"/problems/invalid-file","title":"The file cannot be imported","status":422,"detail":"Two lines are wrong.",
                 "errors":[{"pointer":"/lines/3/parent","reason":"unknown-agency","actual":"imm-nowhere"},
                           {"pointer":"/lines/9/province","reason":"unknown-province","expected":"TH-10","actual":"TH-1"}]}""");
        assertThat(run("--rounds", "none")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("422 The file cannot be imported (/problems/invalid-file)", "Two lines are wrong.")
                .contains("/lines/3/parent: unknown-agency, actual \"imm-nowhere\"")
                .contains("/lines/9/province: unknown-province, expected \"TH-10\", actual \"TH-1\"");
    }

    @Test
    void leavesSomebodyElsesRoundAlone() {
        platform.holding("demo-2570-immigration", "{\"framework\":\"other@1\",\"synthetic\":false}");
        assertThat(run("--rounds", "demo-2570-immigration")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("was not made from this seed file");
        assertThat(platform.to(".*/rounds/demo-2570-immigration/.*")).isEmpty();
    }

    @Test
    void givesUpOnSilenceAndOnEndlessBusyness() {
        var nobody = AbsentPlatform.address();
        assertThat(command(IMPATIENT).run(List.of("--gateway", nobody, "--token-endpoint", nobody), Map.of()))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Could not reach the platform");
        Stream.generate(() -> BUSY).limit(500).forEach(body -> platform.stumble("/oauth2/token", 503, body));
        assertThat(run(IMPATIENT)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("stayed busy").contains("503 Starting");
    }

    @Test
    void saysSoWhenTheAnswerIsNoJson() {
        platform.stumble("/oauth2/token", 200, "<html>Not the sign-in</html>");
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Could not read a file or an answer");
    }

    @Test
    void explainsItselfAndItsMisuse() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("--token-endpoint");
        assertThat(run("--colour", "blue")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("there is no option --colour");
        assertThat(run("--rounds", "demo-1999")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("there is no seed file rounds/demo-1999.json");
        assertThat(platform.calls).isEmpty();
    }

    @Test
    void readsAFolderInsteadOfThePackagedFiles() {
        assertThat(run("--folder", Path.of("").toAbsolutePath().toString(), "--rounds", "none"))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Agencies").contains("3 created");
        assertThat(run("--folder", "src", "--rounds", "none")).isEqualTo(2);
    }

    @Test
    void drawsABarOnlyOnATerminal() {
        run("--rounds", "demo-2570-immigration");
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("\r").contains("395 accepted");
        new SeedCommand(print(out), print(err), QUICK, true)
                .run(arguments("--rounds", "demo-2570-immigration"), Map.of());
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("[==").contains("10/10");
    }

    private int run(String... more) {
        return command(QUICK).run(arguments(more), Map.of());
    }

    private int run(Backoff backoff) {
        return command(backoff).run(arguments(), Map.of());
    }

    private List<Step> load() {
        return Seeds.load(Door.local(platform.url(), platform.url()), QUICK, Seeds.ROUNDS);
    }

    private List<String> arguments(String... more) {
        return Stream.concat(
                        Stream.of(
                                "--gateway",
                                platform.url() + "/",
                                "--token-endpoint",
                                platform.url() + "/oauth2/token"),
                        Arrays.stream(more))
                .toList();
    }

    private SeedCommand command(Backoff backoff) {
        return new SeedCommand(print(out), print(err), backoff, false);
    }

    private static PrintStream print(ByteArrayOutputStream text) {
        return new PrintStream(text, true, StandardCharsets.UTF_8);
    }
}
