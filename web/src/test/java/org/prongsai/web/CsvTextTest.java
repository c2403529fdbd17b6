package org.prongsai.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTextTest {

    @Test
    void noCellIsAFormula() {
        assertThat(CsvText.line(
                        "=1+1", "+66", "-5", "@sum", "\t=1", "\r=1", "a=b", null, new BigDecimal("87.30"), 3, true))
                .containsExactly("'=1+1", "'+66", "'-5", "'@sum", "'\t=1", "'\r=1", "a=b", "", "87.30", "3", "true");
    }

    @Test
    void whatWasWrittenIsReadAsItWas() {
        for (var text : List.of("=1+1", "+66", "-", "@sum", "\t=1", "'", "''", "'quoted'", "'=1", "''-5", "a'=b", ""))
            assertThat(CsvText.unguarded(CsvText.line(text).getFirst()))
                    .as(text)
                    .isEqualTo(text);
        assertThat(CsvText.line("'=1", "''-5", "'quoted'")).containsExactly("''=1", "'''-5", "'quoted'");
    }

    @Test
    void oneApostropheIsTakenAwayAndOnlyBeforeAFormula() {
        assertThat(List.of("'=1", "''=1", "'quoted'", "=1", "'"))
                .extracting(CsvText::unguarded)
                .containsExactly("=1", "'=1", "'quoted'", "=1", "'");
    }

    @Test
    void whatHoldsCommasAndQuotesIsOneCell() {
        var file = CsvText.of(List.of(CsvText.line("ด่าน, \"เหนือ\"", 1), CsvText.line("b", "c")));
        assertThat(new String(file, StandardCharsets.UTF_8)).isEqualTo("\"ด่าน, \"\"เหนือ\"\"\",1\r\nb,c\r\n");
    }
}
