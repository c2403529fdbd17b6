package org.prongsai.assessment.letter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"somchai@immigration.go.th", "s.o+iit@a-b.co", "O'Neil@police.go.th"})
    void an_address_is_one(String address) {
        assertThat(Address.good(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a@b",
                "@b.go.th",
                "a@@b.go.th",
                "a b@c.go.th",
                "a@b.go.th,c@d.go.th",
                "A <a@b.go.th>",
                "a@b.go.th\r\nBcc: c@d.go.th",
                "ก@b.go.th",
                "a@b..th"
            })
    void anything_else_is_none(String address) {
        assertThat(Address.good(address)).isFalse();
    }

    @Test
    void capitals_lead_to_the_same_mailbox() {
        assertThat(Address.mailbox("Somchai@Immigration.GO.TH")).isEqualTo("somchai@immigration.go.th");
        assertThat(Address.good("a".repeat(64) + "@" + "b".repeat(60) + ".c".repeat(70)))
                .isFalse();
    }
}
