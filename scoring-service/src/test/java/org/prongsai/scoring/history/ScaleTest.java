package org.prongsai.scoring.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ScaleTest {

    @Test
    void a_level_is_called_as_its_year_called_it() {
        assertThat(Scale.grade(2565, "aa").orElseThrow().title()).containsEntry("th", "AA");
        assertThat(Scale.grade(2566, "excellent-pass").orElseThrow().title())
                .containsEntry("th", "ผ่านดีเยี่ยม")
                .containsEntry("en", "Excellent pass");
        assertThat(Scale.codes(2562)).containsExactly("aa", "a", "b", "c", "d", "e", "f");
        assertThat(Scale.codes(2600)).hasSize(5);
    }

    @Test
    void a_level_of_another_year_means_nothing() {
        assertThat(Scale.grade(2566, "aa")).isEmpty();
        assertThat(Scale.grade(2565, "pass")).isEmpty();
        assertThat(Scale.grade(2566, "AA")).isEmpty();
        assertThat(Scale.codes(2561)).isEmpty();
    }

    @Test
    void every_total_has_a_level_and_letters_do_not_overlap() {
        for (var total = BigDecimal.ZERO.setScale(2);
                total.compareTo(BigDecimal.valueOf(100)) <= 0;
                total = total.add(new BigDecimal("0.01"))) {
            assertThat(Scale.fitting(2565, total)).as("%s", total).hasSize(1);
            assertThat(Scale.fitting(2566, total)).as("%s", total).isNotEmpty();
        }
        assertThat(Scale.fitting(2566, new BigDecimal("95.00"))).containsExactly("excellent-pass", "good-pass", "pass");
        assertThat(Scale.fitting(2566, new BigDecimal("84.99"))).containsExactly("must-improve");
        assertThat(Scale.fitting(2561, new BigDecimal("84.99"))).isEmpty();
    }
}
