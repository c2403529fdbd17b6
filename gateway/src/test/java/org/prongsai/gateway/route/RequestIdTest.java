package org.prongsai.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"journey-0001", "29005e8b-64ac-4508-92a3-db4fefc89919", "a.b_c-d12"})
    void harmlessOnesAreTakenOver(String id) {
        assertThat(RequestId.isSane(id)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "short", "-leading", "with space", "line\nbreak", "<script>x", "ไทยไทยไทย"})
    void othersAreNot(String id) {
        assertThat(RequestId.isSane(id)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 1000})
    void norLongOnes(int length) {
        assertThat(RequestId.isSane("a".repeat(length))).isFalse();
    }
}
