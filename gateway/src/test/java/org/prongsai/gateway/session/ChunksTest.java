package org.prongsai.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChunksTest {
    @ParameterizedTest
    @CsvSource({"1, 1", "3798, 1", "3799, 2", "7598, 2", "7599, 3", "15198, 4"})
    void aTextIsCutIntoAsFewPartsAsItFitsAndPutTogetherAgain(int length, int parts) {
        String text = "ab".repeat(8000).substring(0, length);
        List<String> chunks = Chunks.split(text).orElseThrow();

        assertThat(chunks).hasSize(parts).allMatch(chunk -> chunk.length() <= Chunks.SIZE);
        assertThat(Chunks.join(index -> index < chunks.size() ? chunks.get(index) : null))
                .contains(text);
    }

    @Test
    void tooMuchIsNotCutAtAll() {
        assertThat(Chunks.split("a".repeat(15199))).isEmpty();
    }

    @Test
    void whatAnEarlierTextLeftBehindIsNoPart() {
        assertThat(Chunks.join(Map.of(0, "1-new", 1, "old")::get)).contains("new");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "x-a", "0-a", "5-a", "-a", "12-a", "2-first"})
    void halfIsNothing(String first) {
        assertThat(Chunks.join(Map.of(0, first, 2, "third")::get)).isEmpty();
    }
}
