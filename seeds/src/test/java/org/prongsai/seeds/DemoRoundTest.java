package org.prongsai.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prongsai.seeds.http.Backoff;
import org.prongsai.seeds.http.Door;

/** Made-up answers in a round of a platform. */
class DemoRoundTest {

    private static final Backoff QUICK = new Backoff(Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofSeconds(5));
    private static final String ROUND = "rehearsal-of-ours";

    @TempDir
    private Path home;

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
    void fillsASyntheticRoundWithItsOwnUnitsAndFramework() {
        seeded();
        assertThat(round("--responses", "3000")).as(said()).isZero();
        assertThat(platform.to("GET /api/v1/agencies[?].*")).hasSize(2);
        assertThat(platform.to("PUT .*/population")).hasSize(135);
        List<RecordingPlatform.Call> sent = platform.to("POST .*/responses/imports");
        assertThat(sent.stream().mapToLong(call -> call.body().lines().count()).sum())
                .isEqualTo(3000);
        assertThat(sent).allMatch(call -> call.path().contains("/rounds/" + ROUND + "/"));
        assertThat(platform.to("POST .*/marks/imports").getFirst().body()).startsWith("agency,item,mark\nimm-");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("3,000 accepted, 0 repeated");
    }

    @Test
    void aSecondRunChangesNothing() {
        seeded();
        round("--responses", "1000");
        out.reset();
        assertThat(round("--responses", "1000")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("0 accepted, 1,000 repeated");
    }

    @Test
    void anotherRoundHasOtherPeople() {
        seeded();
        round("--units", "3", "--responses", "300");
        platform.holding("other-round", platform.held(ROUND));
        assertThat(run(at("--round", "other-round", "--units", "3", "--responses", "300")))
                .as(said())
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("300 repeated");
    }

    @Test
    void aRealRoundIsNotTouched() {
        platform.holding(ROUND, "{\"framework\":\"ita-immigration-2567@1\",\"synthetic\":false}");
        assertThat(round()).isEqualTo(1);
        assertThat(said())
                .contains("--round " + ROUND + ": it is not synthetic")
                .contains("Nothing was sent");
        platform.holding(ROUND, "{\"framework\":\"ita-immigration-2567@1\"}");
        assertThat(round()).isEqualTo(1);
        assertThat(run(at("--round", "no-such-round"))).isEqualTo(1);
        assertThat(said())
                .contains("--round no-such-round: there is no such round")
                .contains("synthetic: true");
        assertThat(platform.to("(POST|PUT) /api/.*")).isEmpty();
    }

    @Test
    void unitsOfAFileThatTakeNoPartAreRefusedBeforeAnythingIsSent() throws IOException {
        seeded();
        Path file = Files.writeString(
                home.resolve("r.csv"), "agency,type\nimm-nan,province\nnowhere,province\nelsewhere,checkpoint\n");
        assertThat(round("--agencies", file.toString())).isEqualTo(2);
        assertThat(said())
                .contains("--agencies " + file + ": 2 of its 3 units take no part in the round " + ROUND)
                .contains(": elsewhere, nowhere. Nothing was sent.");
        assertThat(platform.to("(POST|PUT) /api/.*")).isEmpty();
        Files.writeString(file, "agency,type\nimm-nan,province\n");
        assertThat(round("--agencies", file.toString())).as(said()).isZero();
        assertThat(platform.to("PUT .*/population")).hasSize(1);
    }

    @Test
    void withoutAPlatformItSoonSaysWhatItWaitsFor() {
        String nobody = AbsentPlatform.address();
        var patient = new Backoff(Duration.ofMillis(1), Duration.ofMillis(100), Duration.ofSeconds(10));
        var ending = new CompletableFuture<Void>();
        var heard = new OutputStream() {
            private final ByteArrayOutputStream text = new ByteArrayOutputStream();

            @Override
            public synchronized void write(int letter) {
                text.write(letter);
                if (text.toString(StandardCharsets.UTF_8).contains("./prongsai up")) ending.complete(null);
            }
        };
        var command = new DemoCommand(new PrintStream(heard, true, StandardCharsets.UTF_8), print(err), patient, false);
        Thread.ofVirtual()
                .start(() -> command.run(
                        List.of("--round", ROUND, "--gateway", nobody, "--token-endpoint", nobody), Map.of()));
        assertThat(ending).succeedsWithin(Duration.ofMinutes(1));
        assertThat(heard.text.toString(StandardCharsets.UTF_8)).contains("Nobody answers at " + nobody + " yet");
    }

    @Test
    void moreUnitsThanTakePartAreRefused() {
        seeded();
        assertThat(round("--units", "500")).isEqualTo(2);
        assertThat(said()).contains("--units 500: only 135 units take part");
        assertThat(platform.to("PUT .*/population")).isEmpty();
    }

    /** The demonstration that came with the platform is somebody's work: nothing of it may be counted under other numbers. */
    @Test
    void unitsThatHoldPeopleAndAnswersOfOthersAreRefusedBeforeAnythingIsSent() {
        seeded();
        assertThat(run(at("--round", Seeds.OPEN_ROUND, "--responses", "3000"))).isEqualTo(1);
        assertThat(said())
                .contains("--round " + Seeds.OPEN_ROUND + ": 10 of 135 units")
                .contains("imm-chiangmai: registered are ")
                .contains("Nothing was sent", "POST /api/v1/rounds", "synthetic: true");
        assertThat(platform.to("(POST|PUT) /api/.*")).isEmpty();
    }

    @Test
    void soAreUnitsWithAnswersAndNoPeople() {
        seeded();
        platform.answered(ROUND, "imm-angthong", "iit", 6);
        assertThat(round("--responses", "3000")).isEqualTo(1);
        assertThat(said()).contains("1 of 135 units", "imm-angthong: 6 answers to iit, of which 0 are ours");
        assertThat(platform.to("(POST|PUT) /api/.*")).isEmpty();
    }

    @Test
    void soAreUnitsWithMoreAnswersThanThisSeedGives() {
        seeded();
        round("--responses", "3000");
        platform.answered(ROUND, "imm-angthong", "eit", 5_000);
        platform.calls.clear();
        assertThat(round("--responses", "3000")).isEqualTo(1);
        assertThat(said()).contains("imm-angthong: 5,014 answers to eit, of which at most 14 are ours");
        assertThat(platform.to("(POST|PUT) /api/.*")).isEmpty();
    }

    @Test
    void otherOptionsForTheSameRoundAreRefused() {
        seeded();
        round("--responses", "3000");
        platform.calls.clear();
        assertThat(round("--responses", "1000")).isEqualTo(1);
        assertThat(said()).contains("of 135 units").contains("more");
        assertThat(platform.to("(POST|PUT) /api/.*")).isEmpty();
    }

    @Test
    void whatWasInterruptedGoesOn() {
        seeded();
        platform.stumble("/api/v1/rounds/" + ROUND + "/responses/imports", 409, "{\"title\":\"Interrupted\"}");
        assertThat(round("--responses", "3000")).isEqualTo(1);
        assertThat(round("--responses", "3000")).as(said()).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("3,000 accepted, 0 repeated");
    }

    /** Registered between the check and the sending. */
    @Test
    void peopleThatAreRegisteredMeanwhileStay() {
        seeded();
        String path = "/api/v1/rounds/" + ROUND + "/agencies/imm-angthong/population";
        platform.stumble(path, 404, "{}").stumble(path, 428, "{\"title\":\"Which version?\"}");
        assertThat(round("--responses", "0")).as(said()).isZero();
        assertThat(platform.to("PUT .*imm-angthong/population")).hasSize(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("134 units, 1 left as registered");
    }

    /** What the loader brings in, and a round beside it in which nobody has done anything yet. */
    private void seeded() {
        Seeds.load(Door.local(platform.url(), platform.url()), QUICK, List.of(Seeds.OPEN_ROUND));
        platform.holding(ROUND, platform.held(Seeds.OPEN_ROUND));
        platform.calls.clear();
    }

    private int round(String... more) {
        var typed = new ArrayList<>(List.of("--round", ROUND));
        typed.addAll(List.of(more));
        return run(at(typed.toArray(String[]::new)));
    }

    private String[] at(String... typed) {
        var all = new ArrayList<>(Arrays.asList(typed));
        all.addAll(List.of("--gateway", platform.url(), "--token-endpoint", platform.url() + "/oauth2/token"));
        return all.toArray(String[]::new);
    }

    private int run(String... typed) {
        return new DemoCommand(print(out), print(err), QUICK, false).run(List.of(typed), Map.of());
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream print(ByteArrayOutputStream text) {
        return new PrintStream(text, true, StandardCharsets.UTF_8);
    }
}
