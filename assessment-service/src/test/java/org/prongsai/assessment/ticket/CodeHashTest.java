package org.prongsai.assessment.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.prongsai.blind.InvitationCode;

/**
 * What is kept of a code, as others make it too: {@code printf 'code\0%s' $code | openssl dgst -sha256 -mac HMAC -macopt
 * hexkey:$key}, and so of a person, an address and a reporter.
 */
class CodeHashTest {

    private static final InvitationCode CODE = new InvitationCode("0410-6105-0R3G-G2JC");

    private final CodeHash hash = hash("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");

    @Test
    void each_kind_is_an_hmac_of_its_own() {
        assertThat(hash.of(CODE)).isEqualTo("9fcf47b3dc5db3bed283f4e7f3005c08487265367506ac6edf0a4e21cff4d0c6");
        assertThat(hash.ofPerson("somebody"))
                .isEqualTo("7918d4ee028cf8ac81c9f6ae5885025ae399ef973b16bbf5cae2818ca5af08e9");
        assertThat(hash.ofAddress("somebody@unit.go.th"))
                .isEqualTo("59096767217a391d21b068322632da7ccb68d94d1f75cd506631464546429000");
        assertThat(hash.ofReporter(CODE.text()))
                .isEqualTo("8be96d0742db94089dd49220e926d8ed93c021a064523812357246178c07553d");
    }

    @Test
    void under_another_key_it_is_another() {
        assertThat(hash("ff".repeat(32)).of(CODE)).isNotEqualTo(hash.of(CODE));
    }

    private static CodeHash hash(String key) {
        return new CodeHash(HexFormat.of().parseHex(key));
    }
}
