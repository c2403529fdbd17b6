package org.prongsai.methodology.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.prongsai.methodology.Sample;
import org.prongsai.methodology.framework.BelowMinimum;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.score.Explanation.Fact;
import org.prongsai.methodology.score.Explanation.Kind;
import org.prongsai.methodology.score.Explanation.Rule;
import org.prongsai.methodology.tally.Tally;
import tools.jackson.databind.json.JsonMapper;

class ExplainingTest {
    private static Tally answers(String instrument, int people, Random random) {
        var form = Sample.form(instrument);
        var tally = Tally.empty(form);
        for (int i = 0; i < people; i++) {
            var sheet = new HashMap<String, String>();
            for (var question : form.questions()) {
                var codes = question.optionCodes();
                sheet.put(question.code(), codes.get(random.nextInt(codes.size())));
            }
            tally = tally.plus(sheet);
        }
        return tally;
    }

    private static Evidence evidence(Framework framework, Random random, int staff, int own, int drawn) {
        Map<String, Integer> marks = new HashMap<>();
        for (var item : List.of("o1", "o2", "o3")) if (random.nextInt(8) > 0) marks.put(item, random.nextInt(2) * 100);
        return Evidence.of(
                framework,
                5,
                Map.of(
                        "iit", Map.of("1", answers("iit", staff, random)),
                        "eit", Map.of("1", answers("eit", own, random), "2", answers("eit", drawn, random))),
                new HashMap<>(marks),
                new HashMap<>(Map.of("iit", 80, "eit", 300)));
    }

    private static Evidence whole(Random random) {
        var evidence = evidence(Sample.small(), random, 40, 60, 35);
        return new Evidence(
                evidence.framework(),
                5,
                evidence.parts(),
                Map.of("o1", 0, "o2", 100, "o3", 100),
                evidence.population());
    }

    /** The tree is told from the bottom up and the scorecard from the top down: both come to the same. */
    @Property(tries = 300)
    void comesToTheScorecard(
            @ForAll Random random,
            @ForAll @IntRange(max = 40) int staff,
            @ForAll @IntRange(max = 40) int own,
            @ForAll @IntRange(max = 12) int drawn,
            @ForAll BelowMinimum rule) {
        var evidence = evidence(Sample.small(rule), random, staff, own, drawn);
        var card = Scorecard.of(evidence);
        var tree = Explaining.of(evidence);
        assertThat(tree.score())
                .isEqualTo(card.total() == null ? null : card.total().score());
        for (var instrument : card.instruments())
            assertThat(only(tree, Kind.INSTRUMENT, instrument.code()).score()).isEqualTo(instrument.score());
        for (var indicator : card.indicators())
            assertThat(score(tree, Kind.INDICATOR, indicator.code())).isEqualTo(indicator.score());
        for (var sub : card.subIndicators())
            assertThat(score(tree, Kind.SUB_INDICATOR, sub.code())).isEqualTo(sub.score());
        assertThat(Explaining.all(tree))
                .allSatisfy(node -> assertThat(node.recomputed().orElse(null)).isEqualTo(node.exact()));
    }

    private static Explanation only(Explanation tree, Kind kind, String code) {
        return Explaining.all(tree)
                .filter(each -> each.kind() == kind && each.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal score(Explanation tree, Kind kind, String code) {
        return Explaining.all(tree)
                .filter(each -> each.kind() == kind && each.code().equals(code))
                .findFirst()
                .map(Explanation::score)
                .orElse(null);
    }

    @Test
    void itemsAreTheMeansOfTheirAnswers() {
        var evidence = whole(new Random(1));
        var tree = Explaining.of(evidence);
        var iit = Sample.instrument("iit");
        var tally = evidence.of(iit).getFirst().tally();
        ItemMeans.of(iit, tally).byItem().forEach((item, mean) -> assertThat(
                        only(tree, Kind.ITEM, item).exact())
                .isEqualTo(mean));
        var option = only(tree, Kind.SUB_ITEM, "i1.1").children().get(1);
        assertThat(option.exact()).isEqualTo(Ratio.of(33));
        assertThat(option.count()).isEqualTo(tally.count("i1.1", "2"));
        assertThat(only(tree, Kind.SUB_ITEM, "i1.1").children().getLast().exact())
                .isNull();
    }

    @Test
    void partsWeighWhatTheyWeigh() {
        var six = only(Explaining.of(whole(new Random(2))), Kind.INDICATOR, "6");
        assertThat(six.rule()).isEqualTo(Rule.WEIGHTED_SUM);
        assertThat(six.children())
                .extracting(Explanation::kind, Explanation::weight)
                .containsOnly(org.assertj.core.api.Assertions.tuple(Kind.PART, Ratio.of(1, 2)));
        var alone = only(Explaining.of(evidence(Sample.small(), new Random(3), 40, 40, 4)), Kind.INDICATOR, "6");
        assertThat(alone.children()).singleElement().satisfies(part -> {
            assertThat(part.code()).isEqualTo("1");
            assertThat(part.weight()).isEqualTo(Ratio.ONE);
        });
    }

    @Test
    void ofTooFewNothingIsToldButTheirNumber() {
        var tree = Explaining.of(evidence(Sample.small(), new Random(4), 4, 40, 4));
        var iit = only(tree, Kind.INSTRUMENT, "iit");
        assertThat(Explaining.all(iit)).noneMatch(each -> each.kind() == Kind.OPTION || each.kind() == Kind.ITEM);
        assertThat(iit.facts()).contains(new Fact("part-below-k", Map.of("part", "1", "expected", "5", "actual", "4")));
        assertThat(iit.exact()).isNull();
        assertThat(tree.exact()).isNull();
        assertThat(tree.facts()).containsExactly(new Fact("no-total", Map.of()));
    }

    @Test
    void belowTheMinimumTheFrameworkDecides() {
        var none = only(
                Explaining.of(evidence(Sample.small(BelowMinimum.NO_SCORE), new Random(5), 20, 40, 40)),
                Kind.INSTRUMENT,
                "iit");
        assertThat(none.rule()).isEqualTo(Rule.NONE_BELOW_MINIMUM);
        assertThat(none.children()).isEmpty();
        assertThat(none.facts()).contains(new Fact("below-minimum", Map.of("expected", "30", "actual", "20")));
        var zero = only(
                Explaining.of(evidence(Sample.small(BelowMinimum.ZERO), new Random(5), 20, 40, 40)),
                Kind.INSTRUMENT,
                "iit");
        assertThat(zero.rule()).isEqualTo(Rule.ZERO_BELOW_MINIMUM);
        assertThat(zero.exact()).isEqualTo(Ratio.ZERO);
        assertThat(fact(zero, "standard-error").figures()).containsEntry("spread", "ruled");
    }

    @Test
    void theErrorAndTheLevelAreExplainedToo() {
        var evidence = whole(new Random(6));
        var card = Scorecard.of(evidence);
        var tree = Explaining.of(evidence);
        var error = fact(tree, "standard-error");
        assertThat(error.figures())
                .containsEntry("error", card.total().standardError().toPlainString())
                .containsEntry("from", card.total().interval().getFirst().toPlainString());
        assertThat(fact(tree, "level").figures())
                .containsEntry("code", card.level().code());
        var iit = only(tree, Kind.INSTRUMENT, "iit");
        assertThat(fact(iit, "sample").figures())
                .containsEntry("responses", "40")
                .containsEntry("population", "80")
                .containsEntry("minimum", "30")
                .containsEntry("clause", "floor");
        var sampling = fact(iit, "sampling").figures();
        assertThat(sampling).containsEntry("left", "0.5000");
        double variance = Double.parseDouble(sampling.get("variance"));
        assertThat(Math.sqrt(variance))
                .isCloseTo(
                        Double.parseDouble(fact(iit, "standard-error").figures().get("error")),
                        org.assertj.core.api.Assertions.within(0.006));
    }

    private static Fact fact(Explanation of, String key) {
        return of.facts().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void unmarkedItemsAreSaidToBe() {
        var tree = Explaining.of(new Evidence(Sample.small(), 5, List.of(), Map.of("o1", 100), Map.of()));
        assertThat(only(tree, Kind.ITEM, "o2").facts()).containsExactly(new Fact("not-marked", Map.of()));
        assertThat(only(tree, Kind.ITEM, "o1").score()).isEqualTo("100.00");
        assertThat(only(tree, Kind.SUB_INDICATOR, "9.1").exact()).isNull();
        assertThat(fact(only(tree, Kind.INSTRUMENT, "oit"), "not-all-marked")).isNotNull();
    }

    @Test
    void publishedSumsHaveNoAnswersBelow() {
        var parts = List.of(Measured.ofSums("iit", "1", 12, Map.of("1", Ratio.of(70), "2", Ratio.of(80))));
        var tree = Explaining.of(new Evidence(Sample.small(), 5, parts, Map.of(), Map.of()));
        var one = only(tree, Kind.INDICATOR, "1");
        assertThat(one.rule()).isEqualTo(Rule.GIVEN);
        assertThat(one.exact()).isEqualTo(Ratio.of(70));
        assertThat(only(tree, Kind.INSTRUMENT, "iit").exact()).isEqualTo(Ratio.of(75));
    }

    @Test
    void isDataForPrograms() {
        var json = JsonMapper.shared().valueToTree(Explaining.of(whole(new Random(7))));
        assertThat(json.path("kind").stringValue()).isEqualTo("total");
        assertThat(json.path("exact").stringValue()).matches("\\d+/\\d+");
        assertThat(json.at("/children/0/weight").stringValue()).isEqualTo("3/10");
        assertThat(json.at("/children/2/children/0/children/0/children/0/exact").stringValue())
                .isEqualTo("0/1");
    }

    @Test
    void moreAnswersThanPeopleIsSaid() {
        var evidence = whole(new Random(8));
        var few = new Evidence(
                evidence.framework(), 5, evidence.parts(), evidence.marks(), Map.of("iit", 30, "eit", 300));
        assertThat(fact(only(Explaining.of(few), Kind.INSTRUMENT, "iit"), "more-answers-than-people")
                        .figures())
                .isEqualTo(Map.of("expected", "30", "actual", "40"));
        assertThat(Scorecard.of(few).remarks()).extracting(Remark::reason).containsExactly("more-answers-than-people");
    }
}
