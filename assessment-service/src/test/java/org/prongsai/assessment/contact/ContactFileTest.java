package org.prongsai.assessment.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContactFileTest {

    @Test
    void one_number_a_line_and_a_language_where_it_is_known() {
        var file = read("phone,language\n081 234 5678,th\n+44 20 7946 0958,\n");
        assertThat(file.rejected()).isEmpty();
        assertThat(file.contacts())
                .containsExactly(new Contact("+66812345678", "th"), new Contact("+442079460958", null));
        assertThat(read("phone\n0812345678\n").contacts()).containsExactly(new Contact("+66812345678", null));
    }

    @Test
    void every_fault_is_named_by_its_line_and_without_the_number() {
        var file = read("language,phone\nth,0898765432\nxx,0898765433\nen,12\n,\nen,+66 89 876 5432\n");
        assertThat(file.rejected().stream().map(fault -> fault.line() + " " + fault.column() + " " + fault.reason()))
                .containsExactly(
                        "3 language unknown-language",
                        "4 phone wrong-value",
                        "5 phone missing",
                        "6 phone duplicate-phone");
        assertThat(file.rejected().getLast().expected()).asString().contains("line 2");
        assertThat(file.rejected()).asString().doesNotContain("9876543", "898765");
    }

    @Test
    void a_list_has_a_column_of_numbers_some_and_not_too_many() {
        assertThat(reasons("")).containsExactly("missing-column");
        assertThat(reasons("phone,name\n0812345678,ก\n")).containsExactly("unknown-column");
        assertThat(reasons("phone\n")).containsExactly("out-of-range");
        assertThat(reasons("phone\n0812345678\n0812345679\n0812345670\n0812345671\n0812345672\n0812345673\n"))
                .containsExactly("out-of-range");
    }

    private static List<String> reasons(String text) {
        return read(text).rejected().stream().map(fault -> fault.reason()).toList();
    }

    private static ContactFile read(String text) {
        return ContactFile.read(text.getBytes(StandardCharsets.UTF_8), List.of("th", "en"), 5);
    }
}
