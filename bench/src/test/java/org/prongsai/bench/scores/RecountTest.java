package org.prongsai.bench.scores;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.prongsai.bench.report.Figure;
import tools.jackson.databind.json.JsonMapper;

/** A recount's own words become figures with their floors. */
class RecountTest {

    private static Recount recount(double reading, boolean equal, long mebibytes) {
        var said = JsonMapper.builder().build().readTree("""
                {"responses":900000,"withdrawn":100000,"scores":70,"seconds":10.0,"reading":%s,"equal":%s}
                """.formatted(reading, equal));
        return Recount.of(said, mebibytes * 1024);
    }

    private static List<String> missed(Recount recount) {
        return recount.figures().stream()
                .filter(figure -> !figure.met())
                .map(Figure::name)
                .toList();
    }

    @Test
    void theFloorIsHeldAgainstTheCountingAndTheWholeIsToldBesideIt() {
        var slow = recount(5.1, true, 300);
        assertThat(slow.figures()).extracting(Figure::value).contains(1_000_000 / 5.1, 100_000.0);
        assertThat(missed(slow)).containsExactly("answers counted into tallies, from the log's first record");
        assertThat(missed(recount(5.0, true, 512))).isEmpty();
        assertThat(slow.scores()).isEqualTo(70);
        assertThat(slow.first().value()).isEqualTo(1_000_000 / 5.1);
    }

    @Test
    void aDifferenceOrTooMuchMemoryIsMissed() {
        assertThat(missed(recount(4.5, false, 513)))
                .containsExactly("resident at the most during the recount", "recount and scores equal (1 is yes)");
    }
}
