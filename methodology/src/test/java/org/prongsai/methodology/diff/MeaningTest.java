package org.prongsai.methodology.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prongsai.methodology.Sample;
import org.prongsai.methodology.file.FrameworkFile;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.itemlist.Likeness;

/** Other words must leave every answer the answer it was. */
class MeaningTest {
    private static final String E1 = "code: e1\n            text: {th: \"ข้อ\", en: \"Item\"}";
    private static final String E2 = "code: e2\n            text: {th: \"ข้อ\", en: \"Item\"}";
    private static final String O1 = "code: o1\n                text: {th: \"โครงสร้าง\", en: \"Structure\"}";
    private static final String STEPS = "{th: \"เจ้าหน้าที่ทำตามขั้นตอน\", en: \"Officers keep to the steps\"}";
    private static final String EQUAL = "{th: \"ทุกคนได้รับบริการเท่าเทียม\", en: \"All are served alike\"}";
    private static final String E1_AT = "/instruments/eit/indicators/6/items/e1";

    private static String yaml(String first, String second) {
        return changed(changed(Sample.text("small.yaml"), E1, text(E1, first)), E2, text(E2, second));
    }

    private static String changed(String yaml, String from, String to) {
        assertThat(yaml).contains(from);
        return yaml.replace(from, to);
    }

    private static String text(String item, String text) {
        return item.substring(0, item.indexOf('{')) + text;
    }

    private static Framework read(String yaml) {
        return FrameworkFile.parse(yaml).orThrow();
    }

    private static List<String> paths(String before, String after) {
        return Meaning.changes(read(before), read(after)).stream()
                .map(Change::path)
                .toList();
    }

    @Test
    void a_word_more_or_less_means_the_same() {
        var before = yaml(STEPS, EQUAL);
        assertThat(paths(before, before)).isEmpty();
        assertThat(paths(before, changed(before, "Officers keep to the steps", "The officers keep to all steps")))
                .isEmpty();
        assertThat(paths(before, changed(before, "ทำตามขั้นตอน", "ทำตามทุกขั้นตอน")))
                .isEmpty();
        assertThat(paths(before, changed(before, "Don't know", "I do not know")))
                .isEmpty();
    }

    @Test
    void questions_that_changed_places_are_named_with_both_texts() {
        var changes = Meaning.changes(read(yaml(STEPS, EQUAL)), read(yaml(EQUAL, STEPS)));
        assertThat(changes)
                .extracting(Change::path)
                .containsExactlyInAnyOrder(
                        E1_AT + "/text/th",
                        E1_AT + "/text/en",
                        "/instruments/eit/indicators/7/items/e2/text/th",
                        "/instruments/eit/indicators/7/items/e2/text/en");
        assertThat(changes).anySatisfy(each -> {
            assertThat(each.before().asString()).isEqualTo("Officers keep to the steps");
            assertThat(each.after().asString()).isEqualTo("All are served alike");
        });
    }

    @Test
    void a_question_that_reads_as_another_did_is_named_however_alike_the_two_were() {
        var before = yaml("{th: \"ข้อก่อน\", en: \"Item before\"}", "{th: \"ข้อหลัง\", en: \"Item after\"}");
        assertThat(paths(before, changed(before, "Item before", " item  AFTER")))
                .containsExactly(E1_AT + "/text/en");
    }

    @ParameterizedTest
    @CsvSource({"th, เจ้าหน้าที่ทำตามขั้นตอน, ท่านพอใจผลงาน", "en, Officers keep to the steps, Was it worth your while?"
    })
    void a_question_of_which_little_is_left_in_thai_or_english_is_named(String language, String was, String is) {
        var before = yaml(STEPS, EQUAL);
        assertThat(paths(before, changed(before, was, is))).containsExactly(E1_AT + "/text/" + language);
    }

    @Test
    void so_is_a_disclosed_item() {
        var before = Sample.text("small.yaml");
        assertThat(paths(before, changed(before, O1, text(O1, "{th: \"ผู้บริหาร\", en: \"Structure\"}"))))
                .containsExactly("/instruments/oit/indicators/9/subIndicators/9.1/items/o1/text/th");
    }

    @Test
    void labels_that_changed_places_are_named_in_whatever_language() {
        var before = Sample.text("small.yaml")
                .replaceAll("en: \"([^\"]*)\"}", "en: \"$1\", lo: \"$1 lo\"}")
                .replace("languages: [th, en]", "languages: [th, en, lo]\ntranslations: {lo: unofficial}");
        var lao = before.replace("\"No lo\"", "\"x\"")
                .replace("\"Yes lo\"", "\"No lo\"")
                .replace("\"x\"", "\"Yes lo\"");
        assertThat(paths(before, lao))
                .contains(E1_AT + "/options/1/label/lo", E1_AT + "/options/2/label/lo")
                .allMatch(path -> path.endsWith("/label/lo"));
    }

    @Test
    void a_label_that_reads_as_another_option_did_is_named_and_any_other_is_not() {
        var before = Sample.text("small.yaml");
        assertThat(paths(before, before.replace("{th: \"น้อย\", en: \"Little\"}", "{th: \"มาก\", en: \"Little\"}")))
                .containsExactly(
                        "/instruments/iit/indicators/1/items/i1/subItems/i1.1/options/2/label/th",
                        "/instruments/iit/indicators/1/items/i1/subItems/i1.2/options/2/label/th");
        assertThat(paths(before, before.replace("en: \"Little\"}", "en: \"A little\"}")))
                .isEmpty();
    }

    @Test
    void alike_is_the_same_thai_or_enough_letters_in_common() {
        assertThat(Likeness.alike(Map.of("th", "ก ข", "en", "x"), Map.of("th", "กข", "en", "yz")))
                .isTrue();
        assertThat(Likeness.alike(
                        Map.of("th", "แผนประจำปี", "en", "Annual plan"),
                        Map.of("th", "แผนงานประจำปี", "en", "Annual plans")))
                .isTrue();
        assertThat(Likeness.alike(Map.of("th", "แผน", "en", "Plan"), Map.of("th", "ผล", "en", "Result")))
                .isFalse();
        assertThat(Likeness.alike(Map.of(), Map.of())).isFalse();
    }
}
