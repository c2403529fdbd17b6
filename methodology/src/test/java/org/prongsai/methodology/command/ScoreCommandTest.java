package org.prongsai.methodology.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prongsai.methodology.Sample;
import tools.jackson.databind.json.JsonMapper;

/** The small framework with one unit of 40 staff and 60 users, and one of three. */
class ScoreCommandTest {
    private static final String TALLIES = """
            agency,instrument,part,question,option,count
            a,iit,1,i1.1,4,30
            a,iit,1,i1.1,1,10
            a,iit,1,i1.2,1,40
            a,iit,1,i2,1,36
            a,iit,1,i2,na,4
            a,iit,1,i3,1,40
            a,eit,1,e1,1,48
            a,eit,1,e1,2,12
            a,eit,1,e2,1,60
            b,iit,1,i1.1,4,3
            b,iit,1,i1.2,4,3
            b,iit,1,i2,1,3
            b,iit,1,i3,1,3
            """;
    private static final String MARKS = "agency,item,mark\na,o1,100\na,o2,0\na,o3,100\n";

    @TempDir
    Path folder;

    private Typed typed;

    @BeforeEach
    void files() throws IOException {
        typed = Typed.in(folder);
        typed.write("small.yaml", Sample.text("small.yaml"));
        typed.write("tallies.csv", TALLIES);
        typed.write("marks.csv", MARKS);
    }

    private int run(String... words) {
        return typed.score(Map.of(), words);
    }

    /** By hand: i1 = (75 + 100) / 2; staff (87.5 + 100) / 2 = 93.75; users (80 + 100) / 2 = 90; marks (50 + 100) / 2 = 75. */
    @Test
    void printsScoresAndHowTheyCameAbout() {
        assertThat(run("small.yaml", "tallies.csv", "marks.csv")).isZero();
        assertThat(typed.printed())
                .contains(
                        "small, fiscal year 2567, units: 2, k = 5",
                        "a     85.13  93.75  90.00  75.00  Pass   eit: part 2 counts as none: 0 answered, at least 5 are needed",
                        "b     –      –      –      –      –",
                        "Total  85.13 = 0.3 × 93.75 + 0.3 × 90.00 + 0.4 × 75.00 (before rounding 85.125)",
                        "  · level Pass: total from 85",
                        "    1 One  87.50 = 87.50",
                        "        i1.1 A  75.00 = (10×0 + 30×100) / 40",
                        "      i2 Item  100.00 = (36×100) / 36; 4 without a value left out",
                        "      part 1:   80.00 = 80.00",
                        "        o2 Executives  0.00",
                        "Missing to Good pass: oit +10.00",
                        "  +10.00  o2 Executives",
                        "Digest of the counts: sha256:");
        assertThat(typed.complained()).isEmpty();
    }

    @Test
    void fewAnswersAreNotTold() {
        run("small.yaml", "tallies.csv", "marks.csv", "--agency", "b");
        assertThat(typed.printed())
                .contains("iit: part 1 counts as none: 3 answered, at least 5 are needed")
                .doesNotContain("3×100", "i1.1");
    }

    @Test
    void speaksThai() {
        typed.score(Map.of("LANG", "th_TH.UTF-8"), "small.yaml", "tallies.csv", "marks.csv");
        assertThat(typed.printed())
                .contains(
                        "คะแนนรวม  85.13 = 0.3 × 93.75",
                        "ระดับผ่าน: คะแนนรวมตั้งแต่ 85",
                        "ถึงระดับผ่านดี ยังขาด: oit +10.00");
        typed.clear();
        typed.score(Map.of("LANG", "th_TH.UTF-8"), "small.yaml", "tallies.csv", "marks.csv", "--language", "en");
        assertThat(typed.printed()).contains("Total  85.13");
    }

    @Test
    void aPopulationSetsTheMinimum() throws IOException {
        typed.write("population.csv", "agency,internal,external\na,40,6000\nb,3,20\n");
        run("small.yaml", "tallies.csv", "marks.csv", "--population", "population.csv", "--agency", "a");
        assertThat(typed.printed())
                .contains(
                        "40 answered; 30 needed (of 40: never fewer)",
                        "60 answered; 400 needed (of 6000: never more)",
                        "eit: below the minimum: 60 of 400");
    }

    @Test
    void isDataForPrograms() {
        assertThat(run("small.yaml", "tallies.csv", "marks.csv", "--format", "json"))
                .isZero();
        var json = JsonMapper.shared().readTree(typed.printed());
        assertThat(json.path("digest").stringValue()).startsWith("sha256:");
        assertThat(json.at("/units/0/total/score").decimalValue()).isEqualByComparingTo("85.13");
        assertThat(json.at("/units/0/explanation/exact").stringValue()).isEqualTo("681/8");
        assertThat(json.at("/units/0/gap/next/code").stringValue()).isEqualTo("good-pass");
        assertThat(json.at("/units/1/total").isNull()).isTrue();
        typed.clear();
        run("small.yaml", "tallies.csv", "marks.csv", "--format", "csv");
        assertThat(typed.printed().lines())
                .containsExactly(
                        "agency,total,level,adequacy,iit,eit,oit",
                        "a,85.13,pass,sufficient,93.75,90.00,75.00",
                        "b,,,no-data,,,");
    }

    @Test
    void ofManyUnitsOnlyTheAskedForAreExplained() throws IOException {
        var marks = new StringBuilder(MARKS);
        for (var agency : List.of("c", "d", "e"))
            for (var item : List.of("o1", "o2", "o3")) marks.append("%s,%s,100\n".formatted(agency, item));
        typed.write("marks.csv", marks.toString());
        run("small.yaml", "tallies.csv", "marks.csv");
        assertThat(typed.printed()).doesNotContain("Total  ");
        run("small.yaml", "tallies.csv", "marks.csv", "--explain");
        assertThat(typed.printed()).contains("Total  ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a,eit,1,e2,1,60|a,eit,1,e2,9,60|tallies.csv:10: /lines/10/option: unknown-option, expected [1, 2, na], found 9
            a,eit,1,e2,1,60|a,eit,1,e9,1,60|tallies.csv:10: /lines/10/question: unknown-question, expected [e1, e2], found e9
            a,eit,1,e2,1,60|a,oit,1,o1,1,60|tallies.csv:10: /lines/10/instrument: unknown-instrument
            a,eit,1,e2,1,60|a,eit,3,e2,1,60|tallies.csv:10: /lines/10/part: unknown-part, expected [1, 2], found 3
            a,eit,1,e2,1,60|a,eit,1,e2,1,-6|tallies.csv:10: /lines/10/count: out-of-range, expected a whole number from 0 to 2147483647, found -6
            a,eit,1,e2,1,60|a,eit,1,e1,1,60|tallies.csv:10: /lines/10/option: duplicate
            a,eit,1,e2,1,60|a,eit,1,e2,1,59|tallies.csv:8: /a/eit/1/e2: unequal-totals, expected 60 answers, as other questions of this part have, found 59
            a,eit,1,e2,1,60|,eit,1,e2,1,60|tallies.csv:10: /lines/10/agency: missing
            a,eit,1,e2,1,60|=X(1),eit,1,e2,1,60|tallies.csv:10: /lines/10/agency: bad-agency
            a,eit,1,e2,1,60|A,eit,1,e2,1,60|tallies.csv:10: /lines/10/agency: bad-agency
            """)
    void namesTheWrongCount(String right, String wrong, String said) throws IOException {
        typed.write("tallies.csv", TALLIES.replace(right, wrong));
        assertThat(run("small.yaml", "tallies.csv", "marks.csv")).isEqualTo(1);
        assertThat(typed.complained()).contains(said);
        assertThat(typed.printed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a,o2,0|a,o2,50|marks.csv:3: /lines/3/mark: unknown-mark, expected [0, 100], found 50
            a,o2,0|a,i2,0|marks.csv:3: /lines/3/item: unknown-item
            a,o2,0|a,o1,0|marks.csv:3: /lines/3/item: duplicate
            a,o2,0|a,o2,|marks.csv:3: /lines/3/mark: missing
            agency,item,mark|agency,item,score|marks.csv:1: /lines/1: wrong-header, expected agency,item,mark, found agency,item,score
            """)
    void namesTheWrongMark(String right, String wrong, String said) throws IOException {
        typed.write("marks.csv", MARKS.replace(right, wrong));
        assertThat(run("small.yaml", "tallies.csv", "marks.csv")).isEqualTo(1);
        assertThat(typed.complained()).contains(said);
    }

    @Test
    void namesWrongPopulationsIndicatorsAndFrameworks() throws IOException {
        typed.write("population.csv", "agency,internal,external\na,x,1\na,1,1\na,1,1\n");
        assertThat(run("small.yaml", "tallies.csv", "marks.csv", "--population", "population.csv"))
                .isEqualTo(1);
        assertThat(typed.complained())
                .contains(
                        "population.csv:2: /lines/2/internal: out-of-range",
                        "population.csv:4: /lines/4/agency: duplicate");
        typed.write("indicators.csv", "agency,indicator,score\na,11,80\na,1,101\na,1,50\na,1,60\n");
        assertThat(run("small.yaml", "--indicators", "indicators.csv")).isEqualTo(1);
        assertThat(typed.complained())
                .contains(
                        "indicators.csv:2: /lines/2/indicator: unknown-indicator",
                        "indicators.csv:3: /lines/3/score: out-of-range",
                        "indicators.csv:5: /lines/5/indicator: duplicate");
        typed.write("small.yaml", Sample.text("small.yaml").replace("value: 67", "value: 167"));
        assertThat(run("small.yaml", "tallies.csv", "marks.csv")).isEqualTo(1);
        assertThat(typed.complained())
                .contains(
                        "small.yaml:24: /instruments/0/indicators/0/items/0/subItems/0/options/2/value: out-of-range");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            small.yaml none.csv marks.csv|none.csv: there is no such file
            small.yaml tallies.csv|3 files are needed, 2 were named
            small.yaml tallies.csv marks.csv --k 2|--k is a whole number from 3 to 50, not 2
            small.yaml tallies.csv marks.csv --k x|--k is a whole number from 3 to 50, not x
            small.yaml tallies.csv marks.csv --agency z|no file names the agency z
            small.yaml --indicators marks.csv --k 5|--k says nothing of published indicators
            small.yaml tallies.csv marks.csv --k 5 --k 6|--k was given twice
            small.yaml tallies.csv marks.csv --colour|there is no option --colour
            small.yaml tallies.csv marks.csv --k|--k needs a value
            small.yaml tallies.csv marks.csv --format xml|--format is one of text, json, csv, not xml
            """)
    void namesWhatWasTypedWrong(String words, String said) {
        assertThat(run(words.split(" "))).isEqualTo(2);
        assertThat(typed.complained()).contains(said, "Try --help");
    }

    @Test
    void anotherEncodingIsNamed() throws IOException {
        Files.write(folder.resolve("tallies.csv"), new byte[] {(byte) 0xcb, (byte) 0xb9, (byte) 0xe8, 10});
        assertThat(run("small.yaml", "tallies.csv", "marks.csv")).isEqualTo(1);
        assertThat(typed.complained()).contains("tallies.csv:1: not-utf-8");
    }

    @Test
    void spreadsheetsBeginWithAMark() throws IOException {
        typed.write("tallies.csv", "\uFEFF" + TALLIES);
        typed.write("marks.csv", "\uFEFF" + MARKS);
        assertThat(run("small.yaml", "tallies.csv", "marks.csv", "--agency", "a", "--agency", "a"))
                .isZero();
        assertThat(typed.printed()).contains("units: 1,", "85.13");
    }

    @Test
    void theTerminalsLanguageIsTheFirstThatNamesOne() {
        typed.score(
                Map.of("LC_ALL", "C.utf8", "LC_MESSAGES", "", "LANG", "th_TH.UTF-8"),
                "small.yaml",
                "tallies.csv",
                "marks.csv");
        assertThat(typed.printed()).contains("คะแนนรวม");
        typed.clear();
        typed.score(Map.of("LC_ALL", "en_GB.UTF-8", "LANG", "th_TH.UTF-8"), "small.yaml", "tallies.csv", "marks.csv");
        assertThat(typed.printed()).contains("total");
    }

    @Test
    void helps() {
        assertThat(run("--help")).isZero();
        assertThat(typed.printed()).contains("Usage: ./prongsai score");
        assertThat(run()).isEqualTo(2);
    }
}
