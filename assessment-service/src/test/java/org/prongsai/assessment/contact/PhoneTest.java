package org.prongsai.assessment.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneTest {

    @ParameterizedTest
    @CsvSource({
        "081 234 5678,         +66812345678",
        "08-1234-5678,         +66812345678",
        "๐๘๑-๒๓๔-๕๖๗๘,         +66812345678",
        "(02) 141 9889,        +6621419889",
        "053.112.725,          +6653112725",
        "+66812345678,         +66812345678",
        "+66 2 141 9889,       +6621419889",
        "+44 20 7946 0958,     +442079460958",
        "+95 9 123456789,      +959123456789"
    })
    void what_people_write_is_what_anybody_can_dial(String written, String e164) {
        assertThat(Phone.e164(written)).contains(e164);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "812345678",
                "0812345",
                "08123456789",
                "0112345678",
                "+660812345678",
                "+66123456789",
                "0066812345678",
                "+0812345678",
                "+123456",
                "+1234567890123456",
                "a@b.go.th",
                "+",
                ""
            })
    void what_nobody_can_dial_is_no_number(String written) {
        assertThat(Phone.e164(written)).isEmpty();
    }

    @Test
    void all_contacts_are_as_long_and_come_back_as_they_were() {
        var thai = new Contact("+66812345678", null);
        var foreign = new Contact("+123456789012345", "zh-Hans");
        assertThat(thai.plain()).hasSameSizeAs(foreign.plain());
        assertThat(Contact.of(thai.plain())).isEqualTo(thai);
        assertThat(Contact.of(foreign.plain())).isEqualTo(foreign);
        assertThat(thai).asString().doesNotContain("812345678");
    }
}
