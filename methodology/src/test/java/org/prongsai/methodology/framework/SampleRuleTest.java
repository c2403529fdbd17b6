package org.prongsai.methodology.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleRuleTest {
    private final SampleRule rule = new SampleRule(30, 30, new BigDecimal("0.1"), 4000, 400);

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "1,1",
        "29,29",
        "30,30",
        "31,30",
        "300,30",
        "301,31",
        "560,56",
        "4000,400",
        "4001,400",
        "9000000,400"
    })
    void asksForEnough(int population, int minimum) {
        assertThat(rule.minimum(population)).isEqualTo(minimum);
    }

    @Test
    void asksForTheFloorWhereNobodyCounted() {
        assertThat(rule.minimum(null)).isEqualTo(30);
    }

    @Test
    void refusesFewerThanNobody() {
        assertThatThrownBy(() -> rule.minimum(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        ",unknown-population",
        "0,census",
        "29,census",
        "30,floor",
        "300,floor",
        "301,share",
        "4000,share",
        "4001,cap"
    })
    void saysByWhichClauseItDecides(Integer population, String clause) {
        assertThat(rule.clause(population)).isEqualTo(clause);
    }
}
