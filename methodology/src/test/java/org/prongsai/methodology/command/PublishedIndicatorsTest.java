package org.prongsai.methodology.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prongsai.methodology.Sample;
import tools.jackson.databind.json.JsonMapper;

/** The researcher's way: nothing but published scores of indicators. */
class PublishedIndicatorsTest {
    @TempDir
    Path folder;

    private Typed typed;

    @BeforeEach
    void framework() throws IOException {
        typed = Typed.in(folder);
        typed.write("small.yaml", Sample.text("small.yaml"));
    }

    private int run(String... words) {
        return typed.score(Map.of(), words);
    }

    @Test
    void publishedIndicatorsLeadToATotal() throws IOException {
        typed.write("indicators.csv", "agency,indicator,score\np,1,80\np,2,90\np,6,70.5\np,7,80\np,9,100\nq,1,80\n");
        assertThat(run("small.yaml", "--indicators", "indicators.csv")).isZero();
        assertThat(typed.printed())
                .contains(
                        "p     88.08  85.00  75.25  100.00  Pass",
                        "q     –      –      –      –       –",
                        "how many answered is not known");
        typed.clear();
        run("small.yaml", "--indicators", "indicators.csv", "--format", "csv");
        assertThat(typed.printed().lines()).contains("p,88.08,pass,85.00,75.25,100.00", "q,,,,,");
        typed.clear();
        run("small.yaml", "--indicators", "indicators.csv", "--format", "json");
        assertThat(JsonMapper.shared()
                        .readTree(typed.printed())
                        .at("/units/p/total")
                        .decimalValue())
                .isEqualByComparingTo("88.08");
    }

    @Test
    void publishedIndicatorsAreExplainedToo() throws IOException {
        typed.write("indicators.csv", "agency,indicator,score\np,1,80\np,2,90\np,6,70.5\np,7,80\n");
        run("small.yaml", "--indicators", "indicators.csv");
        assertThat(typed.printed())
                .contains(
                        "  iit  85.00 = (80.00 + 90.00) / 2",
                        "  · as published",
                        "    9 Nine  no score",
                        "not published, so no score");
    }

    /** Published means of a province lead to its published total, rounded rows being means of rounded rows (±0.01). */
    @ParameterizedTest
    @CsvSource({
        "trat-2564,93.55 87.72 91.01 87.93 89.52 90.55 88.68 88.58 72.89 65.56,81.45",
        "trat-2563,92.57 86.13 90.08 85.98 88.04 83.67 82.11 79.29 69.94 52.78,75.62",
        "chanthaburi-2564,92.84 86.27 89.21 84.70 87.51 90.03 87.99 85.97 75.39 65.39,80.99"
    })
    void aPublishedProvinceIsRecomputedFromItsIndicators(String province, String means, double total)
            throws IOException {
        var csv = new StringBuilder("agency,indicator,score\n");
        var scores = means.split(" ");
        for (int i = 0; i < scores.length; i++) csv.append("%s,%d,%s\n".formatted(province, i + 1, scores[i]));
        typed.write("province.csv", csv.toString());
        var framework = Path.of("../seeds/frameworks/ita-general-2564.yaml")
                .toAbsolutePath()
                .toString();
        assertThat(run(framework, "--indicators", "province.csv", "--format", "csv"))
                .isZero();
        var row = typed.printed().lines().skip(1).findFirst().orElseThrow().split(",");
        assertThat(Double.parseDouble(row[1])).isCloseTo(total, within(0.011));
    }
}
