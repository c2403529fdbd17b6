package org.prongsai.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prongsai.launcher.LaunchSettings;

/** Starting as people do it: by the script, from nothing and again, with the data as it was. */
@Tag("slow")
class StartDrillIT {

    private static final Pattern READY = Pattern.compile("([0-9.]+) s {2}ready: .* hold ([0-9.]+) GiB");
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path data;

    @Test
    void the_second_start_takes_at_most_thirty_seconds_and_three_gibibytes_and_finds_everything()
            throws IOException, InterruptedException {
        Stage.leave();
        int base = LaunchSettings.throwaway(HOME).ports().base();
        var first = up(base);
        assertThat(first.output()).anyMatch(line -> line.contains("4,616 accepted"));
        first.interrupt();
        var second = up(base);
        assertThat(second.output()).noneMatch(line -> line.contains("loading the demo rounds"));
        var rounds = Visitor.reply(HttpRequest.newBuilder(URI.create("http://localhost:" + base + "/api/v1/rounds"))
                .build());
        second.interrupt();
        assertThat(rounds.body()).contains("demo-2567-immigration", "demo-2570-immigration");
        assertThat(second.seconds()).isLessThanOrEqualTo(30);
        assertThat(second.gibibytes()).isLessThanOrEqualTo(3);
    }

    private record Started(Process process, List<String> output, double seconds, double gibibytes) {

        void interrupt() throws InterruptedException {
            process.destroy();
            assertThat(process.waitFor(Duration.ofSeconds(60))).isTrue();
        }
    }

    private Started up(int base) throws IOException {
        var builder = new ProcessBuilder(HOME.resolve("prongsai").toString(), "up").redirectErrorStream(true);
        builder.environment().put("PRONGSAI_DATA", data.resolve("world").toString());
        builder.environment().put("PRONGSAI_PORT_BASE", Integer.toString(base));
        var process = builder.start();
        var output = new ArrayList<String>();
        var lines = process.inputReader();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            output.add(line);
            var ready = READY.matcher(line);
            if (ready.find()) {
                return new Started(
                        process, output, Double.parseDouble(ready.group(1)), Double.parseDouble(ready.group(2)));
            }
        }
        throw new AssertionError("never ready: " + String.join("\n", output));
    }
}
