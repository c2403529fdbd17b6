package org.prongsai.bench.scores;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.prongsai.bench.report.Figure;
import tools.jackson.databind.json.JsonMapper;

/** A recount's own words become figures with their floors. */
class RecountTest {

    private static Recount recount(boolean equal, long mebibytes) {
        var said = JsonMapper.builder().build().readTree("""
                {"responses":900000,"withdrawn":100000,"seconds":9.5,"reading":4.0,"equal":%s}
                """.formatted(equal));
        return Recount.of(said, mebibytes * 1024);
    }

    private static List<String> missed(Recount recount) {
        return recount.figures().stream()
                .filter(figure -> !figure.met())
                .map(Figure::name)
                .toList();
    }

    @Test
    void theRateIsOfTheSecondsInWhichTheLogWasRead() {
        assertThat(recount(true, 300).rate()).isEqualTo(250_000);
        assertThat(missed(recount(true, 512))).isEmpty();
    }

    @Test
    void aDifferenceOrTooMuchMemoryIsMissed() {
        assertThat(missed(recount(false, 513)))
                .containsExactly("resident at the most during the recount", "recount and scores equal (1 is yes)");
    }
}
