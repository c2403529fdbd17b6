package org.prongsai.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.r2dbc.spi.R2dbcBadGrammarException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A failure is told and tried again, without what it quotes. */
class LoopJobTest {

    @Test
    void whomAFailureWasAboutIsNotToldAndTheWorkGoesOn() {
        var turns = new AtomicInteger();
        var job = new LoopJob("deliveries", Duration.ofMillis(1)) {
            @Override
            protected boolean work() {
                if (turns.incrementAndGet() == 1) {
                    throw new IllegalStateException("somchai", new R2dbcBadGrammarException("\"somchai\"", "22P02"));
                }
                return false;
            }
        };
        try (var lines = LogLines.of(LoopJob.class)) {
            job.start();
            await().until(() -> turns.get() > 2);
            job.stop();
            assertThat(lines.about("22P02"))
                    .containsExactly("WARN deliveries tries again in PT0.001S: R2dbcBadGrammarException 22P02");
        }
    }
}
