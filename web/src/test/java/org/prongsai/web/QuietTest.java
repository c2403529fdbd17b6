package org.prongsai.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuietTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/rounds/r/agencies/imm-chiangmai/responses",
                "/api/v1/rounds/r/agencies/imm-chiangmai/responses/",
                "/api/v1/rounds/r/agencies/imm-chiangmai/tickets",
                "/api/v1/receipts/abc"
            })
    void nobodyIsSeenAnswering(String path) {
        assertThat(Quiet.path(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/rounds/r/responses/imports",
                "/api/v1/rounds/r/agencies/imm-chiangmai/turnout",
                "/api/v1/rounds/r/agencies/imm-chiangmai/ticket-keys/eit",
                "/api/v1/rounds"
            })
    void theRestIsOrdinary(String path) {
        assertThat(Quiet.path(path)).isFalse();
    }
}
