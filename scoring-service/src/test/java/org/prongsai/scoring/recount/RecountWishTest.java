package org.prongsai.scoring.recount;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecountWishTest {

    /** Nothing is reached: what is typed is read before. */
    private static Said typed(String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var command = new RecountCommand(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Duration.ZERO);
        int exit = command.run(List.of(words), () -> {
            throw new AssertionError("it looked for the platform");
        });
        return new Said(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void what_it_does_not_understand_it_names_with_the_way_out() {
        assertThat(typed("--rounds").exit()).isEqualTo(2);
        assertThat(typed("--rounds").err())
                .contains("'--rounds' is not an option of recount")
                .contains("--help");
        assertThat(typed("--round").err()).contains("needs the name of a round");
    }

    @Test
    void it_tells_how_it_is_used() {
        assertThat(typed("--help").exit()).isZero();
        assertThat(typed("--help").out()).startsWith("Usage: recount");
    }

    @Test
    void what_is_typed_is_wished() {
        assertThat(RecountWish.of(List.of())).isEqualTo(new RecountWish(null, false, false));
        assertThat(RecountWish.of(List.of("--json", "--round", "r"))).isEqualTo(new RecountWish("r", true, false));
    }
}
