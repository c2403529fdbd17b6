package org.prongsai.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTextTest {

    @ParameterizedTest
    @EnumSource
    void everyTypeHasItsWordsInEveryLanguageAndNoMore(Language language) {
        var texts = ProblemText.texts(language);
        var expected = Stream.of(ProblemType.values())
                .flatMap(type -> Stream.of(type.slug() + ".title", type.slug() + ".detail"))
                .toList();
        assertThat(texts.keySet()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(expected)
                .allSatisfy(key -> assertThat(texts.getString(key)).isNotBlank().doesNotContain("'"));
    }

    @Test
    void aDocumentNamesEveryFault() {
        var faults = List.of(Fault.of("/answers/i3", "missing"), Fault.of("/answers/x9", "unknown-question"));
        var document = ProblemText.document(Problem.of(ProblemType.INVALID_RESPONSE, faults), Language.EN);
        assertThat(document)
                .containsEntry("type", "/problems/invalid-response")
                .containsEntry("status", 422)
                .containsEntry("detail", "Faults found: 2. \"errors\" names every one, or the first hundred.")
                .containsEntry("errors", faults);
    }

    @Test
    void aNameWithBracesIsOnlyAName() {
        var document = ProblemText.document(Problem.notFound("agency", "{1}'s"), Language.EN);
        assertThat(document).containsEntry("detail", "There is nothing here called \"{1}'s\".");
    }

    @Test
    void aUnitAssessedWithAnotherLeadsThere() {
        var joined = Problem.assessedJointly("r", "imm-huaikon", "imm-nan");
        assertThat(joined.status()).isEqualTo(404);
        assertThat(ProblemText.document(joined, Language.EN))
                .containsEntry("type", "/problems/assessed-jointly")
                .containsEntry(
                        "detail",
                        "\"imm-huaikon\" is assessed together with \"imm-nan\" in this round."
                                + " Answer and look there: /api/v1/rounds/r/agencies/imm-nan");
        assertThat(ProblemText.document(joined, Language.TH))
                .containsEntry(
                        "detail",
                        "ในรอบการประเมินนี้ \"imm-huaikon\" ประเมินร่วมกับ \"imm-nan\""
                                + " โปรดตอบและดูข้อมูลที่ /api/v1/rounds/r/agencies/imm-nan");
    }

    @Test
    void anInstantIsToldAsPeopleOfTheLanguageWriteIt() {
        var closed = Problem.of(
                ProblemType.WINDOW_CLOSED,
                Instant.parse("2026-09-30T17:00:00Z"),
                Instant.parse("2026-12-01T09:30:00Z"));

        assertThat(ProblemText.document(closed, Language.EN))
                .containsEntry(
                        "detail", "This step is open from 1 October 2026 00:00 to 1 December 2026 16:30, Thai time.");
        assertThat(ProblemText.document(closed, Language.TH))
                .containsEntry(
                        "detail",
                        "ขั้นตอนนี้เปิดตั้งแต่ 1 ตุลาคม 2569 00:00 น. ถึง 1 ธันวาคม 2569 16:30 น. ตามเวลาประเทศไทย");
    }
}
