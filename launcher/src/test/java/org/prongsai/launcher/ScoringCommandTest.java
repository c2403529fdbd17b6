package org.prongsai.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ScoringCommandTest {

    @Test
    void memory_that_another_thread_fills_ends_it_as_what_could_not_run() throws Exception {
        var command = new ArrayList<>(List.of(AppStore.java().toString()));
        command.addAll(ScoringCommand.JVM);
        command.addAll(List.of("-Xmx16m", "-cp", System.getProperty("java.class.path"), Remembering.class.getName()));
        var program = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(ScoringCommand.ended(program.waitFor())).isEqualTo(2);
    }

    @Test
    void any_other_end_is_its_own() {
        assertThat(ScoringCommand.ended(0)).isZero();
        assertThat(ScoringCommand.ended(1)).isOne();
    }

    /** Waits for a thread that remembers all it can. */
    static final class Remembering {
        public static void main(String[] typed) throws InterruptedException {
            new Thread(Remembering::remember).start();
            new CountDownLatch(1).await();
        }

        private static void remember() {
            var all = new ArrayList<long[]>();
            while (true) all.add(new long[100_000]);
        }
    }
}
