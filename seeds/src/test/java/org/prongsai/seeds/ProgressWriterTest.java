package org.prongsai.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressWriterTest {

    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private final AtomicLong clock = new AtomicLong();

    @Test
    void elsewhereThanOnATerminalALineComesNowAndThen() {
        var progress = progress(false);
        for (int done = 1; done <= 100; done++) {
            clock.addAndGet(Duration.ofMillis(250).toNanos());
            progress.during("Responses", done, 100);
        }
        assertThat(said().lines().map(String::strip))
                .containsExactly(
                        "Responses                          40 of 100", "Responses                          80 of 100");
    }

    @Test
    void onATerminalTheBarIsDrawnOftenEnoughAndAtTheEnd() {
        var progress = progress(true);
        progress.during("Responses", 1, 13_500_000);
        assertThat(said()).isEmpty();
        clock.addAndGet(Duration.ofSeconds(1).toNanos());
        progress.during("Responses", 9_000_000, 13_500_000);
        assertThat(said())
                .startsWith("\r  Responses")
                .contains("[====================          ] 9,000,000/13,500,000");
        progress.during("Responses", 13_500_000, 13_500_000);
        assertThat(said()).contains("[==============================]");
    }

    private ProgressWriter progress(boolean terminal) {
        return new ProgressWriter(new PrintStream(text, true, StandardCharsets.UTF_8), terminal, clock::get);
    }

    private String said() {
        return text.toString(StandardCharsets.UTF_8);
    }
}
