package org.prongsai.methodology.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prongsai.methodology.Sample;
import org.prongsai.methodology.form.Form;

class TallyCursorTest {
    private static final Form FORM = Sample.form("iit");
    private static final Tally TALLY = Tally.empty(FORM).plus(Map.of("i1.1", "2", "i2", "1", "i3", "na"));
    private static final String TEXT = TALLY.toText();

    private static long[] read(String text) {
        return new TallyCursor(text).read(FORM.cells());
    }

    @Test
    void what_was_written_by_this_code_is_read_at_once() {
        assertThat(read("")).containsOnly(0).hasSize(FORM.cells().size());
        assertThat(read(TEXT)).isEqualTo(TallyText.read(FORM.cells(), TEXT.stripTrailing()));
        var large = TEXT.replace("respondents,1\n", "respondents,999999999999999999\n");
        assertThat(read(large)[0]).isEqualTo(999_999_999_999_999_999L);
    }

    @Test
    void anything_else_is_left_to_whoever_can_say_what_is_wrong_with_it() {
        assertThat(read(TEXT.stripTrailing())).isNull();
        assertThat(read("respondents,1\n" + TEXT.replace("respondents,1\n", "")))
                .isNull();
        assertThat(read(TEXT + "respondents,1\n")).isNull();
        assertThat(read(TEXT + "\n")).isNull();
        for (var number : new String[] {"", "+1", "-1", "1 ", "1,1", "x", "1x", "1000000000000000000"})
            assertThat(read(TEXT.replace("respondents,1", "respondents," + number)))
                    .as(number)
                    .isNull();
        assertThat(read(TEXT.replace(",33,33,1089\n", ",33,33\n"))).isNull();
        assertThat(read(TEXT.replace(",33,33,1089\n", ",33,33,1089,1\n"))).isNull();
    }
}
