package org.prongsai.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;

/**
 * What somebody runs in a terminal.
 *
 * @param exit what it ended with
 * @param output what it printed
 */
record Command(int exit, String output) {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Ends with it; one that hangs is put to an end, and what it printed until then is said. */
    static Command run(ProcessBuilder builder) throws IOException, InterruptedException {
        var printed = Files.createTempFile("command", ".txt");
        try {
            var process = builder.redirectOutput(printed.toFile()).start();
            try {
                boolean ended = process.waitFor(PATIENCE);
                var output = Files.readString(printed);
                assertThat(ended)
                        .as("%s ends. It printed: %s", builder.command(), output)
                        .isTrue();
                return new Command(process.exitValue(), output);
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } finally {
            Files.delete(printed);
        }
    }
}
