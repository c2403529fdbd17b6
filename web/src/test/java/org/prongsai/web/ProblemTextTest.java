package org.prongsai.web;

import static org.assertj.core.api.Assertions.assertThat;

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
}
