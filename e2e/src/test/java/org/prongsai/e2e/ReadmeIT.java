package org.prongsai.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.prongsai.seeds.Seeds;

/** The walk-through of the README, run as it stands there against the platform of these tests. */
class ReadmeIT {

    /** Until what the loader sent has been counted, and mails of it were sent. */
    private static final Duration LOADED = Duration.ofSeconds(90);

    private final Stage stage = Stage.get();

    @Test
    void the_walk_through_does_what_it_says() throws IOException, InterruptedException {
        assumeThat(List.of("bash", "curl", "python3"))
                .allSatisfy(tool -> assertThat(found(tool)).as(tool).isTrue());
        await().atMost(LOADED).untilAsserted(() -> assertThat(stage.visitor("demo-auditor")
                        .get("/api/v1/rounds/" + Seeds.OPEN_ROUND + "/agencies/imm-chiangmai/score")
                        .json()
                        .path("adequacy")
                        .asString())
                .isEqualTo("sufficient"));
        await().atMost(LOADED).untilAsserted(() -> assertThat(
                        Visitor.reply(HttpRequest.newBuilder(URI.create(stage.platform.mailbox()))
                                        .build())
                                .body())
                .contains("\"subject\""));
        var walk = Command.run(new ProcessBuilder("bash", "-e", "-c", script()).redirectErrorStream(true));
        String output = walk.output();
        assertThat(walk.exit()).as(output).isZero();
        assertThat(count(output, "\\{\"receipt\":\"[0-9A-Z-]{19}\"}"))
                .as(output)
                .isEqualTo(20);
        var scores = Pattern.compile("(?m)^\\{'score': [0-9.]+.*$")
                .matcher(output)
                .results()
                .map(found -> found.group())
                .toList();
        assertThat(scores).as(output).hasSize(2);
        assertThat(scores.getLast()).isNotEqualTo(scores.getFirst());
        assertThat(output).contains("excellent-pass", "\"questions\"", "\"subject\"");
    }

    private String script() throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        int from = readme.indexOf("```bash\n") + "```bash\n".length();
        return readme.substring(from, readme.indexOf("```", from))
                .replace("localhost:8080", URI.create(stage.platform.gateway()).getAuthority())
                .replace("localhost:8090", URI.create(stage.platform.issuer()).getAuthority());
    }

    private static long count(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().count();
    }

    private static boolean found(String tool) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }
}
