package org.prongsai.methodology.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.prongsai.methodology.Fault;
import org.prongsai.methodology.Sample;

class DoubtsTest {
    private static final String SMALL = Sample.text("small.yaml");

    private static List<Fault> doubts(String yaml) {
        return Doubts.of(FrameworkFile.parse(yaml).orThrow());
    }

    @Test
    void aFileOfItsYearIsNotDoubted() {
        assertThat(doubts(SMALL)).isEmpty();
        assertThat(doubts(SMALL.replace("en: \"Law\"", "en: \"Act of B.E. 2565\"")))
                .isEmpty();
    }

    @Test
    void aHeadingOfAnotherYearIs() {
        assertThat(doubts(SMALL.replace("en: \"Small\"", "en: \"Small, fiscal year 2566 (2023)\"")))
                .extracting(Fault::pointer, Fault::reason)
                .containsExactly(tuple("/title", "another-year"));
        assertThat(doubts(SMALL.replace("name: small", "name: small-2570"))).hasSize(1);
    }

    @Test
    void aDayOfAnotherFiscalYearIs() {
        assertThat(doubts(SMALL.replace("2567-03-31", "2566-09-30")))
                .extracting(Fault::pointer, Fault::reason)
                .containsExactly(tuple("/o1/elements/1/asOf", "outside-fiscal-year"));
        assertThat(doubts(SMALL.replace("2567-03-31", "2566-10-01"))).isEmpty();
        assertThat(doubts(SMALL.replace("2567-03-31", "2567-09-30"))).isEmpty();
        assertThat(doubts(SMALL.replace("2567-03-31", "2567-10-01"))).hasSize(1);
    }

    /** A report of the year before may be asked for; a file that speaks of that year more than of its own was copied. */
    @Test
    void theYearBeforeIsDoubtedOnlyInACopy() {
        var report = SMALL.replace("en: \"Executives\"", "en: \"Report of 2566 (2023)\"");
        assertThat(doubts(report)).extracting(Fault::pointer).containsExactly("/o2/text");
        assertThat(doubts(report.replace("en: \"Plan\"", "en: \"Plan of 2567\"")))
                .isEmpty();
        assertThat(doubts(report.replace("2566 (2023)", "2564").replace("en: \"Plan\"", "en: \"Plan of 2567\"")))
                .extracting(Fault::pointer)
                .containsExactly("/o2/text");
    }
}
