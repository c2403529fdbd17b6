package org.prongsai.seeds.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prongsai.seeds.demo.Profile;

class MixTest {

    @Test
    void unitsAreDealtAsNearToTheSharesAsWholeUnitsCanBe() {
        assertThat(Mix.of("good=0.5,poor=0.25,coached=0.25").deal(3))
                .containsExactly(Profile.GOOD, Profile.POOR, Profile.COACHED);
        assertThat(Mix.of("good=0.9,poor=0.1").deal(4)).containsOnly(Profile.GOOD);
        assertThat(Mix.of(Mix.USUAL).deal(0)).isEmpty();
        assertThat(Mix.of(Mix.USUAL).deal(10)).hasSize(10).contains(Profile.values());
    }

    @Test
    void portionsLoseNothing() {
        assertThat(Portions.of(10, List.of(1.0, 1.0, 1.0))).containsExactly(4, 3, 3);
        assertThat(Portions.of(0, List.of(1.0, 2.0))).containsExactly(0, 0);
        assertThat(Portions.of(7, List.of(0.0, 1.0))).containsExactly(0, 7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "good=0.5,poor=0.6|sum to 1, not to 1.1",
                "good=0.5|sum to 1, not to 0.5",
                "bad=1|a profile is one of good, mediocre, poor, too-few, honest-excellent, coached, not bad",
                "good|'good' is not of the form profile=number",
                "good=half,poor=x|'good=half' needs a share such as 0.25",
                "good=half,poor=x|'poor=x' needs a share",
                "good=-0.5|needs a share",
                "good=1.5|needs a share",
                "good=0.5,good=0.5|good stands there twice",
            })
    void whatIsNoMixIsRefused(String text, String reason) {
        assertThatThrownBy(() -> Mix.of(text)).hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({"-1", "13500001", "many", "1.5", "''", "99999999999"})
    void whatIsNoNumberOfResponsesIsRefused(String text) {
        assertThatThrownBy(() -> Wanted.of(text)).hasMessageContaining("a whole number from 0 to 13,500,000");
    }

    @Test
    void largeNumbersMayBeWrittenInGroups() {
        assertThat(Wanted.of("13,500,000")).isEqualTo(new Wanted.Total(13_500_000));
        assertThat(Wanted.of("13_500_000")).isEqualTo(new Wanted.Total(13_500_000));
        assertThatThrownBy(() -> Wanted.of("good=x")).hasMessageContaining("'good=x'");
    }
}
