package org.prongsai.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitTest {

    @Test
    void fiftyUnlessSaid() {
        assertThat(Limit.of(null)).isEqualTo(50);
        assertThat(Limit.of("1")).isEqualTo(1);
        assertThat(Limit.of("500")).isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "501", "ten", "", "99999999999"})
    void whatIsNoLimitIsRefusedByName(String limit) {
        var refusal = catchThrowableOfType(Refusal.class, () -> Limit.of(limit));
        assertThat(refusal.problem().faults()).containsExactly(new Fault("?limit", "out-of-range", "1..500", limit));
    }
}
