package org.prongsai.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The staff member of docs/tried-as.md, with a client of their own, run as it stands there. */
class TriedAsIT {

    private static final Pattern BLOCK = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL);
    private static final int UNTIL_THE_CLOSE = 2;

    private final Stage stage = Stage.get();

    @Test
    void a_staff_member_on_a_bad_network_gets_what_the_page_says() throws IOException, InterruptedException {
        assumeThat(modernNode()).as("Node 20.19 or newer").isTrue();
        var walk = Command.run(new ProcessBuilder("bash", "-e", "-c", script())
                .directory(Path.of("..").toFile())
                .redirectErrorStream(true));
        String output = walk.output();
        assertThat(walk.exit()).as(output).isZero();
        assertThat(found(output, "(?m)^[0-9a-f]{32}"))
                .as("two signatures, one like the other: %s", output)
                .hasSize(2)
                .containsOnly(found(output, "(?m)^[0-9a-f]{32}").getFirst());
        var receipts = found(output, "[0-9A-Z]{4}(-[0-9A-Z]{4}){3}(?=['\"] ?})");
        assertThat(receipts).as(output).hasSize(2).containsOnly(receipts.getFirst());
        assertThat(output).contains("nothing was sent yet", "the code is no more", "invitation-used", "ticket-invalid");
    }

    private String script() throws IOException {
        return BLOCK.matcher(Files.readString(Path.of("../docs/tried-as.md")))
                .results()
                .limit(UNTIL_THE_CLOSE)
                .map(block -> block.group(1))
                .collect(Collectors.joining())
                .replace("localhost:8080", URI.create(stage.platform.gateway()).getAuthority())
                .replace("localhost:8090", URI.create(stage.platform.issuer()).getAuthority());
    }

    private static List<String> found(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /** One that loads a module without being told that it is one. */
    private static boolean modernNode() throws InterruptedException {
        try {
            var loading = "import '" + script("ticket.js") + "'";
            return Command.run(new ProcessBuilder("node", "--input-type=module", "-e", loading))
                            .exit()
                    == 0;
        } catch (IOException none) {
            return false;
        }
    }

    private static String script(String name) {
        return Path.of("../blind-tickets/src/main/resources/org/prongsai/blind", name)
                .toAbsolutePath()
                .normalize()
                .toString();
    }
}
