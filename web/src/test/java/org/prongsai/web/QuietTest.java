package org.prongsai.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.server.PathContainer;

class QuietTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/rounds/r/agencies/imm-chiangmai/responses",
                "/api/v1/rounds/r/agencies/imm-chiangmai/responses/",
                "/api/v1/rounds/r/agencies/imm-chiangmai/tickets",
                "/api/v1/rounds/r/agencies/imm-chiangmai/ticket-keys/eit",
                "/api/v1/rounds/r/agencies/imm-chiangmai/challenges/eit",
                "/api/v1/rounds/r/agencies/imm-chiangmai/comments",
                "/api/v1/rounds/r/agencies/imm-chiangmai/comments/",
                "/api/v1/receipts/abc"
            })
    void nobodyIsSeenAnswering(String path) {
        assertThat(Quiet.path(path)).isTrue();
    }

    @Test
    void noSpellingOfTheAddressIsNoted() {
        for (String spelling : new String[] {"%72esponses", "responses;jsessionid=1"}) {
            var path = PathContainer.parsePath("/api/v1/rounds/r/agencies/imm-chiangmai/" + spelling);
            assertThat(RequestFilter.quiet(path)).as(spelling).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/rounds/r/responses/imports",
                "/api/v1/rounds/r/agencies/imm-chiangmai/turnout",
                "/api/v1/rounds/r/agencies/imm-chiangmai/counter-codes",
                "/api/v1/rounds/r/agencies/imm-chiangmai/reception",
                "/api/v1/rounds/r/agencies/imm-chiangmai/comments/c/review",
                "/api/v1/rounds/r/agencies/imm-chiangmai/comments/themes",
                "/api/v1/rounds"
            })
    void theRestIsOrdinary(String path) {
        assertThat(Quiet.path(path)).isFalse();
    }
}
