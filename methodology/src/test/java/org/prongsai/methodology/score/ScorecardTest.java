package org.prongsai.methodology.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prongsai.methodology.Sample;
import org.prongsai.methodology.framework.BelowMinimum;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.tally.Tally;

class ScorecardTest {
    private static final Map<String, Integer> MARKS = Map.of("o1", 100, "o2", 100, "o3", 100);

    /** A unit in a test: add answers and marks, then look at its card. */
    private static final class Unit {
        private final Framework framework;
        private final Map<String, Map<String, Tally>> tallies = new HashMap<>();
        private final Map<String, Integer> population = new HashMap<>();
        private Map<String, Integer> marks = MARKS;
        private int k = 5;

        Unit(Framework framework) {
            this.framework = framework;
        }

        Unit answers(int count, String instrument, String part, Map<String, String> sheet) {
            var byPart = tallies.computeIfAbsent(instrument, _ -> new HashMap<>());
            var before = byPart.getOrDefault(part, Tally.empty(Sample.form(instrument)));
            var sheets = new ArrayList<Map<String, String>>();
            for (int i = 0; i < count; i++) sheets.add(sheet);
            byPart.put(part, before.plusAll(sheets));
            return this;
        }

        Unit marks(Map<String, Integer> given) {
            marks = given;
            return this;
        }

        Unit of(int people, String instrument) {
            population.put(instrument, people);
            return this;
        }

        Unit k(int least) {
            k = least;
            return this;
        }

        Scorecard card() {
            return Scorecard.of(Evidence.of(framework, k, tallies, new HashMap<>(marks), new HashMap<>(population)));
        }
    }

    private static final Map<String, String> BEST_IIT = Map.of("i1.1", "4", "i1.2", "1", "i2", "1", "i3", "1");
    private static final Map<String, String> BEST_EIT = Map.of("e1", "1", "e2", "1");
    private static final Map<String, String> WORST_EIT = Map.of("e1", "2", "e2", "2");

    private static Unit unit() {
        return new Unit(Sample.small());
    }

    private static Unit full() {
        return unit().answers(40, "iit", "1", BEST_IIT).answers(40, "eit", "1", BEST_EIT);
    }

    private static InstrumentScore instrument(Scorecard card, String code) {
        return card.instruments().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    @Test
    void theExampleOfTheHandbook() {
        var card = unit().answers(1, "iit", "1", Map.of("i1.1", "4", "i1.2", "4"))
                .answers(1, "iit", "1", Map.of("i1.1", "3", "i1.2", "2"))
                .answers(1, "iit", "1", Map.of("i1.1", "3", "i1.2", "1"))
                .answers(1, "iit", "1", Map.of("i1.1", "2", "i1.2", "1"))
                .k(1)
                .card();
        assertThat(card.indicators().getFirst().score()).isEqualTo(decimal("66.75"));
        assertThat(instrument(card, "iit").score()).isNull();
        assertThat(card.remarks()).contains(new Remark("iit", null, "indicator-empty", null, null));
    }

    @Test
    void everythingPerfect() {
        var card = full().card();
        assertThat(card.total().score()).isEqualTo(decimal("100.00"));
        assertThat(card.total().spread()).isEqualTo(Spread.NONE);
        assertThat(card.total().standardError()).isNull();
        assertThat(card.level().code()).isEqualTo("excellent-pass");
        assertThat(card.adequacy()).isEqualTo(Adequacy.SUFFICIENT);
        assertThat(card.instruments()).extracting(InstrumentScore::code).containsExactly("iit", "eit", "oit");
        assertThat(card.indicators()).extracting(IndicatorScore::code).containsExactly("1", "2", "6", "7", "9");
    }

    @Test
    void nothingIsNullAndNeverZero() {
        var card = unit().marks(Map.of()).card();
        assertThat(card.total()).isNull();
        assertThat(card.level()).isNull();
        assertThat(card.adequacy()).isEqualTo(Adequacy.NO_DATA);
        assertThat(card.instruments()).extracting(InstrumentScore::score).containsOnlyNulls();
        assertThat(card.indicators()).extracting(IndicatorScore::score).containsOnlyNulls();
        assertThat(instrument(card, "iit").minimum()).isEqualTo(30);
        assertThat(card.remarks()).extracting(Remark::reason).contains("no-data", "part-below-k");
    }

    @Test
    void answersWithoutValueAreLeftOut() {
        var na = Map.of("i1.1", "na", "i1.2", "1", "i2", "na", "i3", "1");
        var card = full().answers(20, "iit", "1", na).card();
        assertThat(instrument(card, "iit").score()).isEqualTo(decimal("100.00"));
        var none = unit().answers(40, "iit", "1", Map.of("i1.1", "1", "i1.2", "na", "i2", "na", "i3", "na"))
                .card();
        assertThat(none.indicators().get(0).score()).isEqualTo(decimal("0.00"));
        assertThat(none.indicators().get(1).score()).isNull();
        assertThat(instrument(none, "iit").score()).isNull();
    }

    @Test
    void partsCombineByWeight() {
        var card = full().answers(10, "eit", "2", WORST_EIT).card();
        assertThat(instrument(card, "eit").score()).isEqualTo(decimal("50.00"));
        assertThat(instrument(card, "eit").parts())
                .containsExactly(
                        new PartScore("1", 40, decimal("100.00"), true), new PartScore("2", 10, decimal("0.00"), true));
    }

    @Test
    void aPartBelowKGivesItsWeightAway() {
        var card = full().answers(4, "eit", "2", WORST_EIT).card();
        assertThat(instrument(card, "eit").score()).isEqualTo(decimal("100.00"));
        assertThat(instrument(card, "eit").responses()).isEqualTo(44);
        assertThat(instrument(card, "eit").parts()).contains(new PartScore("2", 4, null, false));
        assertThat(card.remarks()).contains(new Remark("eit", "2", "part-below-k", 5L, 4L));
    }

    @Test
    void anIndicatorOneDoesNotHaveComesFromTheOtherPart() {
        var card = full().answers(10, "eit", "2", Map.of("e1", "2", "e2", "na")).card();
        assertThat(instrument(card, "eit").score()).isEqualTo(decimal("75.00"));
    }

    @Test
    void tooFewAnswersFollowTheRule() {
        var flagged = few(BelowMinimum.SCORE_WITH_FLAG);
        assertThat(flagged.total().score()).isEqualTo(decimal("100.00"));
        assertThat(flagged.adequacy()).isEqualTo(Adequacy.INSUFFICIENT);
        assertThat(instrument(flagged, "iit").adequacy()).isEqualTo(Adequacy.INSUFFICIENT);

        var none = few(BelowMinimum.NO_SCORE);
        assertThat(none.total()).isNull();
        assertThat(none.level()).isNull();
        assertThat(instrument(none, "iit").score()).isNull();
        assertThat(instrument(none, "iit").parts()).extracting(PartScore::score).containsOnlyNulls();
        assertThat(instrument(none, "eit").score()).isEqualTo(decimal("100.00"));
        assertThat(none.indicators().getFirst().score()).isNull();
        assertThat(none.remarks()).contains(new Remark("iit", null, "below-minimum", 56L, 40L));

        var zero = few(BelowMinimum.ZERO);
        assertThat(instrument(zero, "iit").score()).isEqualTo(decimal("0.00"));
        assertThat(zero.total().score()).isEqualTo(decimal("70.00"));
    }

    private static Scorecard few(BelowMinimum rule) {
        return new Unit(Sample.small(rule))
                .answers(40, "iit", "1", BEST_IIT)
                .answers(40, "eit", "1", BEST_EIT)
                .of(560, "iit")
                .card();
    }

    @Test
    void anUnmarkedItemLeavesNoScore() {
        var card = full().marks(Map.of("o1", 100, "o3", 0)).card();
        assertThat(instrument(card, "oit").score()).isNull();
        assertThat(instrument(card, "oit").adequacy()).isEqualTo(Adequacy.INSUFFICIENT);
        assertThat(card.total()).isNull();
        assertThat(card.subIndicators())
                .containsExactly(
                        new SubIndicatorScore("9.1", "9", "oit", null),
                        new SubIndicatorScore("9.2", "9", "oit", decimal("0.00")));
    }

    @Test
    void subIndicatorsWeighTheSame() {
        var card = full().marks(Map.of("o1", 0, "o2", 100, "o3", 100)).card();
        assertThat(instrument(card, "oit").score()).isEqualTo(decimal("75.00"));
        assertThat(card.total().score()).isEqualTo(decimal("90.00"));
        assertThat(card.level().code()).isEqualTo("pass");
        assertThat(instrument(card, "oit").spread()).isEqualTo(Spread.EXACT);
    }

    @Test
    void wrongEvidenceIsRefused() {
        assertThatThrownBy(() -> unit().marks(Map.of("o1", 50)).card()).hasMessageContaining("o1 marked 50");
        assertThatThrownBy(() -> unit().answers(1, "eit", "3", BEST_EIT).card()).hasMessageContaining("eit 3");
    }

    @ParameterizedTest
    @CsvSource({
        "100,100,excellent-pass",
        "94.995,94.995,excellent-pass",
        "94.994,94.994,good-pass",
        "95.5,94.99,good-pass",
        "84.995,84.995,good-pass",
        "84.994,84.994,must-improve",
        "85.5,84.99,pass",
        "70,70,must-improve",
        "69.995,69.995,must-improve",
        "69.994,69.994,must-improve-urgently",
        "0,0,must-improve-urgently"
    })
    void levelsAreJudgedOnRoundedScores(BigDecimal most, BigDecimal iit, String level) {
        var framework = Sample.small();
        var surveys = Sample.framework(
                "levels", List.of(Sample.survey("iit", "0.3", List.of(1)), Sample.survey("eit", "0.7", List.of(2))));
        var parts = List.of(
                Measured.ofSums("iit", "1", 100, Map.of("1", Ratio.of(iit))),
                Measured.ofSums("eit", "1", 100, Map.of("2", Ratio.of(most))));
        var card = Scorecard.of(new Evidence(surveys, 5, parts, Map.of(), Map.of()));
        assertThat(card.level().code()).isEqualTo(level);
        assertThat(card.total().standardError()).isNull();
        assertThat(card.total().spread()).isEqualTo(Spread.UNKNOWN);
    }

    @Test
    void roundsOnceAtTheEnd() {
        assertThat(Ratio.of(decimal("66.665")).rounded(2)).isEqualTo(decimal("66.67"));
        assertThat(Ratio.of(200, 3).rounded(2)).isEqualTo(decimal("66.67"));
        assertThat(Ratio.of(1, 3).plus(Ratio.of(1, 6))).isEqualTo(Ratio.of(1, 2));
        assertThat(Ratio.of(2, -4)).isEqualTo(Ratio.of(-1, 2));
        assertThat(Ratio.of(1, 3)).isLessThan(Ratio.of(1, 2));
        assertThatThrownBy(() -> Ratio.of(1, 0)).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0,5,HIDDEN",
        "4,5,HIDDEN",
        "5,5,SCORE",
        "9,5,SCORE",
        "10,5,INDICATORS",
        "29,5,INDICATORS",
        "30,5,OPTIONS",
        "11,12,HIDDEN",
        "0,0,HIDDEN"
    })
    void smallGroupsShowLittle(long responses, int k, Visibility visibility) {
        assertThat(Visibility.of(responses, k)).isEqualTo(visibility);
    }

    @Test
    void theWeakestItemsComeFirst() {
        var tally = Tally.empty(Sample.form("iit")).plus(Map.of("i1.1", "2", "i1.2", "2", "i2", "1", "i3", "2"));
        assertThat(ItemMeans.of(Sample.instrument("iit"), tally).weakest(3)).containsExactly("i3", "i1", "i2");
    }
}
