package org.prongsai.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The rules keep the rules, and speak plainly when somebody does not. */
class HouseRulesTest {

    @TestFactory
    Stream<DynamicTest> houseRules() {
        return HouseRules.of("org.prongsai.rules");
    }

    @Test
    void eachRuleIsATestOfItsOwn() {
        assertThat(HouseRules.of("org.prongsai.rules").map(DynamicTest::getDisplayName))
                .containsAll(HouseRules.ALL.stream().map(Rule::name).toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void aBrokenRuleFailsItsTestWithClassReasonAndWayOut(@TempDir Path folder) {
        Planted.in(folder, "org.prongsai.scoring").main("""
                package org.prongsai.scoring.score;
                class Scoreboard {
                    Object now = java.time.Instant.now();
                }
                """);
        Code code = CodeReader.read(folder, "org.prongsai.scoring");
        assertThatThrownBy(() ->
                        Border.BARE_NOUNS_ARE_PURE.testOf(code).getExecutable().execute())
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("""
                        The suffix is the border: broken once.
                          org.prongsai.scoring.score.Scoreboard (Scoreboard.java:3) touches a clock: java.time.Instant.now
                        Why: A class whose name is a bare noun decides""")
                .hasMessageContaining("\nWay out: Hand the value in");
    }

    @Test
    void aMisspeltModuleIsNoCleanModule() {
        assertThatThrownBy(() -> HouseRules.of("org.prongsai.scorings"))
                .hasMessageContaining("org.prongsai.scorings", "spelled");
    }
}
