package org.prongsai.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A flag takes no value, an option takes the next word, and what is not typed has its default. */
class OptionsTest {

    private final Options options = Options.of(
            Map.of("--units", "5", "--sizes", "1", "--json", ""),
            Set.of("--keep", "--force"),
            List.of("--keep", "--units", "7"));

    @Test
    void whatIsTypedOverrulesTheDefault() {
        assertThat(options.number("--units", 1, 10)).isEqualTo(7);
        assertThat(options.numbers("--sizes", 1, 10)).containsExactly(1);
        assertThat(options.text("--json")).isEmpty();
    }

    @Test
    void onlyFlagsThatAreTypedAreSet() {
        assertThat(options.has("--keep")).isTrue();
        assertThat(options.has("--force")).isFalse();
    }
}
