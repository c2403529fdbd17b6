package org.prongsai.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/desk", "/desk/imm-chiangmai?tab=1&x=a%2Fb#top", "/a/imm-chiangmai/r", "/sign-inside"})
    void aPageOfOursIsWhereSomebodyGoes(String wanted) {
        assertThat(Destination.of(wanted)).isEqualTo(wanted);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "desk",
                "https://evil.example",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/desk//evil.example",
                "/\t/evil.example",
                "/\n/evil.example",
                "/desk\r\nSet-Cookie: a=b",
                "/desk\u0000",
                "/desk\u0085",
                " /desk",
                "/a b",
                "javascript:alert(1)",
                "/%",
                "/sign-in",
                "/sign-in?to=/sign-in",
                "/sign-out",
                "/login/oauth2/code/prongsai?code=c"
            })
    void everythingElseIsTheDesk(String wanted) {
        assertThat(Destination.of(wanted)).isEqualTo("/desk");
    }

    @Test
    void noAddressIsWithoutEnd() {
        assertThat(Destination.of("/" + "a".repeat(1000))).isEqualTo("/desk");
    }

    @ParameterizedTest
    @CsvSource(
            "/desk/เชียงใหม่, /desk/%E0%B9%80%E0%B8%8A%E0%B8%B5%E0%B8%A2%E0%B8%87%E0%B9%83%E0%B8%AB%E0%B8%A1%E0%B9%88")
    void lettersTravelInAscii(String wanted, String sent) {
        assertThat(Destination.of(wanted)).isEqualTo(sent);
    }
}
