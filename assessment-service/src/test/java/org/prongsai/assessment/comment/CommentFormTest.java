package org.prongsai.assessment.comment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prongsai.web.Fault;

class CommentFormTest {

    private static final List<String> LANGUAGES = List.of("th", "en", "my");
    private static final String ID = "0b54b4f4-2f0c-4b5e-9d3f-6c1f1f6c9a11";

    @Test
    void a_good_one_has_no_fault() {
        assertThat(faults(new CommentForm("eit", "my", "ကောင်းပါတယ်", ID))).isEmpty();
    }

    @Test
    void every_fault_is_named_at_once() {
        assertThat(faults(new CommentForm(null, null, null, null)))
                .containsExactly("/instrument missing", "/language missing", "/text missing", "/id missing");
        assertThat(faults(new CommentForm("iit", "xx", " \n\u200b\u00a0", "1")))
                .containsExactly(
                        "/instrument no-free-text", "/language unknown-language", "/text empty", "/id wrong-value");
    }

    @Test
    void what_is_too_long_is_measured_in_code_points_and_never_quoted() {
        assertThat(faults(written("😀".repeat(2000)))).isEmpty();
        assertThat(written("😀".repeat(2001)).faults(LANGUAGES))
                .containsExactly(new Fault("/text", "too-long", "1 to 2000 characters", 2001));
        assertThat(faults(written("e\u0301".repeat(2000)))).as("composed").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0b54b4f4-2f0c-1b5e-9d3f-6c1f1f6c9a11", // made from a time and a device
                "0b54b4f4-2f0c-7b5e-9d3f-6c1f1f6c9a11", // made from a time
                "0b54b4f4-2f0c-4b5e-cd3f-6c1f1f6c9a11",
                "0B54B4F4-2F0C-4B5E-9D3F-6C1F1F6C9A11",
                "00000000-0000-0000-0000-000000000000",
                ""
            })
    void an_id_is_random_by_its_version(String id) {
        assertThat(faults(new CommentForm("eit", "th", "ดี", id))).containsExactly("/id wrong-value");
    }

    @Test
    void a_text_is_kept_composed_with_its_lines_ended_alike_and_else_as_it_was_typed() {
        assertThat(written("cafe\u0301\r\nสวัสดี\rdone\n").comment().text()).isEqualTo("café\nสวัสดี\ndone\n");
        var typed = "  👩‍👩‍👧‍👦 🇹🇭 \u202bشكرا\u202c ကျေးဇူး <script>alert('x')</script> -- ';  ";
        assertThat(written(typed).comment().text()).isEqualTo(typed);
    }

    @Test
    void nothing_that_is_written_into_a_log_tells_what_somebody_wrote() {
        var form = written("secret");
        assertThat(form + " " + form.comment()).doesNotContain("secret");
    }

    private static CommentForm written(String text) {
        return new CommentForm("eit", "th", text, ID);
    }

    private static List<String> faults(CommentForm form) {
        return form.faults(LANGUAGES).stream()
                .map(fault -> fault.pointer() + " " + fault.reason())
                .toList();
    }
}
