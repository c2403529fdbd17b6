package org.prongsai.methodology.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.prongsai.methodology.Sample;
import org.prongsai.methodology.form.Form;
import org.prongsai.methodology.framework.BelowMinimum;
import org.prongsai.methodology.tally.Tally;

class LiftTest {
    private static final Map<String, Integer> MARKS = Map.of("o1", 0, "o2", 100, "o3", 0);

    private static List<Map<String, String>> people(Form form, int count, Random random) {
        var people = new ArrayList<Map<String, String>>();
        for (int i = 0; i < count; i++) {
            var sheet = new HashMap<String, String>();
            for (var question : form.questions())
                sheet.put(
                        question.code(),
                        question.optionCodes()
                                .get(random.nextInt(question.options().size())));
            people.add(sheet);
        }
        return people;
    }

    private static Evidence evidence(
            List<Map<String, String>> staff, List<Map<String, String>> users, Map<String, Integer> marks) {
        return Evidence.of(
                Sample.small(),
                5,
                Map.of(
                        "iit", Map.of("1", Tally.empty(Sample.form("iit")).plusAll(staff)),
                        "eit",
                                Map.of(
                                        "1",
                                        Tally.empty(Sample.form("eit")).plusAll(users),
                                        "2",
                                        Tally.empty(Sample.form("eit")).plusAll(users.subList(0, 30)))),
                new HashMap<>(marks),
                new HashMap<>());
    }

    /** Everybody who gave it a value now gives the best one. */
    private static List<Map<String, String>> best(List<Map<String, String>> people, Form form, String item) {
        return people.stream()
                .map(sheet -> {
                    Map<String, String> better = new HashMap<>(sheet);
                    better.replaceAll((code, option) ->
                            form.question(code).item().equals(item) && form.value(code, option) != null
                                    ? bestOption(form, code)
                                    : option);
                    return better;
                })
                .toList();
    }

    private static String bestOption(Form form, String code) {
        return form.question(code).optionCodes().stream()
                .filter(option -> Integer.valueOf(100).equals(form.value(code, option)))
                .findFirst()
                .orElseThrow();
    }

    private static Ratio total(Evidence evidence) {
        return Explaining.of(evidence).exact();
    }

    @Property(tries = 15)
    void itIsTheDifferenceItMakes(@ForAll Random random) {
        var iit = Sample.form("iit");
        var eit = Sample.form("eit");
        var staff = people(iit, 40, random);
        var users = people(eit, 50, random);
        var before = evidence(staff, users, MARKS);
        for (var lift : Lift.of(before)) {
            var marks = new HashMap<>(MARKS);
            marks.replaceAll((item, mark) -> item.equals(lift.item()) ? Integer.valueOf(100) : mark);
            var after = evidence(best(staff, iit, lift.item()), best(users, eit, lift.item()), marks);
            var difference = total(after).plus(Ratio.of(-1).times(total(before)));
            assertThat(lift.totalPoints()).isEqualTo(difference.rounded(2));
        }
        assertThat(Lift.of(before))
                .isSortedAccordingTo((a, b) -> b.totalPoints().compareTo(a.totalPoints()));
    }

    @Test
    void whatIsAtItsBestIsNoLift() {
        var staff = best(
                best(
                        best(people(Sample.form("iit"), 30, new Random(1)), Sample.form("iit"), "i1"),
                        Sample.form("iit"),
                        "i2"),
                Sample.form("iit"),
                "i3");
        var users = people(Sample.form("eit"), 30, new Random(2));
        assertThat(Lift.of(evidence(staff, users, MARKS)))
                .extracting(Lift::item)
                .containsExactlyInAnyOrder("o3", "o1", "e1", "e2");
        assertThat(Lift.of(evidence(staff, users, MARKS)).getFirst())
                .isEqualTo(new Lift("o3", "oit", new BigDecimal("20.00")));
    }

    @Test
    void belowTheMinimumBetterAnswersLiftNothing() {
        var staff = people(Sample.form("iit"), 40, new Random(5));
        var users = people(Sample.form("eit"), 60, new Random(6));
        var good = evidence(staff, users, MARKS);
        for (var rule : BelowMinimum.values()) {
            var below = new Evidence(Sample.small(rule), 5, good.parts(), MARKS, Map.of("iit", 4000, "eit", 100));
            var lifted =
                    Lift.of(below).stream().map(Lift::instrument).distinct().toList();
            switch (rule) {
                case SCORE_WITH_FLAG -> assertThat(lifted).contains("iit");
                case ZERO -> assertThat(lifted).contains("eit").doesNotContain("iit");
                case NO_SCORE -> assertThat(lifted).isEmpty();
            }
        }
    }

    @Test
    void fewAnswersAreNotToldByTheirLift() {
        var staff = people(Sample.form("iit"), 29, new Random(3));
        var users = people(Sample.form("eit"), 40, new Random(4));
        assertThat(Lift.of(evidence(staff, users, MARKS)))
                .extracting(Lift::instrument)
                .doesNotContain("iit")
                .contains("eit");
    }

    @Test
    void aGapIsWhatTheNextLevelAsksFor() {
        var card = card("84.00", "90.00", "86.00");
        assertThat(card.level().code()).isEqualTo("pass");
        var gap = Gap.of(Sample.small(), card).orElseThrow();
        assertThat(gap.next().code()).isEqualTo("good-pass");
        assertThat(gap.totalMissing()).isEqualByComparingTo("0");
        assertThat(gap.instruments())
                .extracting(Gap.Shortfall::instrument, Gap.Shortfall::missing)
                .containsExactly(tuple("iit", new BigDecimal("1.00")));
        assertThat(Gap.of(Sample.small(), card("60.00", "60.00", "60.00"))
                        .orElseThrow()
                        .totalMissing())
                .isEqualByComparingTo("10");
        assertThat(Gap.of(Sample.small(), card("96.00", "96.00", "96.00"))).isEmpty();
    }

    private static Scorecard card(String iit, String eit, String oit) {
        var framework = Sample.framework(
                "gap",
                List.of(
                        Sample.survey("iit", "0.3", List.of(1)),
                        Sample.survey("eit", "0.3", List.of(2)),
                        Sample.survey("oit", "0.4", List.of(3))));
        var parts = List.of(
                Measured.ofSums("iit", "1", 100, Map.of("1", Ratio.of(new BigDecimal(iit)))),
                Measured.ofSums("eit", "1", 100, Map.of("2", Ratio.of(new BigDecimal(eit)))),
                Measured.ofSums("oit", "1", 100, Map.of("3", Ratio.of(new BigDecimal(oit)))));
        return Scorecard.of(new Evidence(framework, 5, parts, Map.of(), Map.of()));
    }
}
