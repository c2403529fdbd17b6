package org.prongsai.portal.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prongsai.portal.survey.Told;

class MishapTest {

    @ParameterizedTest
    @CsvSource({
        "422, ticket-invalid,    not-signed,      key-wrong,        false, 422",
        "422, window-closed,     '',              closed-meanwhile, false, 422",
        "422, invalid-response,  other-framework, corrected,        true,  422",
        "422, invalid-response,  missing,         refused,          true,  422",
        "429, too-many-requests, '',              busy-here,        true,  429",
        "503, busy,              '',              busy-here,        true,  503",
        "503, unavailable,       '',              failed,           true,  503",
        "500, internal-error,    '',              failed,           true,  503",
        "404, not-found,         '',              failed,           true,  404"
    })
    void aRefusalIsSaidInWordsAndWhetherToTryAgain(
            int status, String type, String reason, String key, boolean again, int shown) {
        var told = new Told(status, type, "", 0, List.of(new Told.Fault("/x", reason, null, null, null)));
        var mishap = Mishap.of(told);
        assertThat(mishap.key()).isEqualTo(key);
        assertThat(mishap.again()).isEqualTo(again);
        assertThat(mishap.status()).isEqualTo(shown);
    }

    @Test
    void whoComesWhileManyDoIsToldWhenToTryAgain() {
        assertThat(Mishap.of(new Told(503, "busy", "", 12, List.of())).gaps()).containsEntry("seconds", 12);
        assertThat(Mishap.of(new Told(429, "too-many-requests", "", 0, List.of()))
                        .gaps())
                .containsEntry("seconds", 5);
    }
}
