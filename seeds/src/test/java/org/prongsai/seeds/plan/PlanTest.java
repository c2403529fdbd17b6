package org.prongsai.seeds.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.framework.SampleRule;
import org.prongsai.methodology.score.Adequacy;
import org.prongsai.methodology.score.InstrumentScore;
import org.prongsai.methodology.score.Scorecard;
import org.prongsai.methodology.score.Spread;
import org.prongsai.seeds.demo.Profile;
import org.prongsai.seeds.demo.Unit;
import org.prongsai.seeds.file.FrameworkReader;
import org.prongsai.seeds.file.SeedReader;

class PlanTest {

    private static final Framework FRAMEWORK = new FrameworkReader(SeedReader.packaged()).read("ita-immigration-2567");
    private static final Roster ROSTER = Roster.ofAgencies(List.of("b", "a"));
    private static final String SEED = "test";

    @ParameterizedTest
    @CsvSource({"good,85,96", "mediocre,70,85", "poor,0,70", "honest-excellent,95,99.9", "coached,70,100"})
    void aProfileLandsWhereItsNameSays(String profile, double from, double to) {
        units(profile + "=1", new Wanted.Usual(), Profile.COACHED.scripted())
                .forEach(unit ->
                        assertThat(total(scored(unit))).as(unit.toString()).isBetween(from, to));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 15 * 12, 20_000})
    void aProfileIsItselfAtAnySize(int responses) {
        units("good=0.5,poor=0.5", new Wanted.Total(responses), 1).forEach(unit -> {
            Scorecard score = scored(unit);
            if (responses == 0) assertThat(score.total()).isNull();
            else if (unit.profile() == Profile.GOOD) assertThat(total(score)).isGreaterThanOrEqualTo(85);
            else assertThat(total(score)).isLessThan(70);
        });
    }

    @Test
    void tooFewAreTooFewForAScore() {
        units("too-few=1", new Wanted.Usual(), 1).forEach(unit -> {
            Scorecard score = scored(unit);
            assertThat(score.total()).isNull();
            assertThat(score.adequacy()).isEqualTo(Adequacy.INSUFFICIENT);
        });
    }

    @Test
    void honestPeopleDifferAndCoachedOnesDoNot() {
        units("honest-excellent=1", new Wanted.Usual(), 1).forEach(unit -> {
            assertThat(survey(scored(unit), "iit").spread()).isEqualTo(Spread.SAMPLED);
            assertThat(error(scored(unit), "iit")).isPositive();
        });
        units("coached=1", new Wanted.Usual(), 1)
                .forEach(
                        unit -> assertThat(survey(scored(unit), "iit").spread()).isEqualTo(Spread.NONE));
        units("coached=1", new Wanted.Usual(), Profile.COACHED.scripted()).forEach(unit -> {
            Scorecard score = scored(unit);
            assertThat(survey(score, "iit").spread() == Spread.NONE || error(score, "iit") < 1)
                    .isTrue();
            assertThat(part(score, "1") - part(score, "2"))
                    .as("whom assessors chose says otherwise")
                    .isGreaterThan(10);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 14, 15, 100, 999, 12_345, 13_500_000})
    void asManyAsAsked(int responses) {
        for (String mix : List.of("good=1", Mix.USUAL)) {
            List<Unit> units = units(mix, new Wanted.Total(responses), 1);
            assertThat(units.stream().mapToInt(Unit::responses).sum()).isEqualTo(responses);
            assertThat(units).allSatisfy(PlanTest::hasPeople);
        }
    }

    private static void hasPeople(Unit unit) {
        SampleRule rule = FRAMEWORK.sampleRule();
        assertThat(unit.iit()).isLessThanOrEqualTo(unit.internal());
        assertThat(unit.eit1() + unit.eit2()).isLessThanOrEqualTo(unit.external());
        assertThat(unit.internal()).isBetween(1, 10_000_000);
        assertThat(unit.external()).isBetween(1, 10_000_000);
        boolean enough = unit.iit() >= rule.minimum(unit.internal())
                && unit.eit1() + unit.eit2() >= rule.minimum(unit.external());
        if (unit.iit() > 0 && unit.eit1() > 0)
            assertThat(enough).as(unit.toString()).isEqualTo(unit.profile() != Profile.TOO_FEW);
    }

    @Test
    void asManyAsAskedOfEachProfile() {
        assertThat(Wanted.of("1,350,000")).isEqualTo(new Wanted.Total(1_350_000));
        List<Unit> units = units("good=0.5,too-few=0.5", Wanted.of("good=1_000,too-few=9"), 1);
        assertThat(units)
                .hasSize(12)
                .allMatch(unit -> unit.responses() == (unit.profile() == Profile.GOOD ? 1_000 : 9));
    }

    @Test
    void fewUnitsShareFewResponsesRatherThanAllHavingNone() {
        List<Unit> units = units("good=1", new Wanted.Total(50), 1);
        assertThat(units.stream().filter(unit -> unit.responses() >= 15)).hasSize(3);
        assertThat(units.stream().filter(unit -> unit.responses() == 0)).hasSize(9);
    }

    @Test
    void whatCannotBeIsRefusedWithTheWayOut() {
        assertThatThrownBy(() -> units("too-few=1", new Wanted.Total(50_000), 1))
                .hasMessageContaining("--responses leaves 4")
                .hasMessageContaining("more --units");
        assertThatThrownBy(() -> units("too-few=1", Wanted.of("too-few=5000"), 1))
                .hasMessageContaining("too-few")
                .hasMessageContaining("sample rule");
        assertThatThrownBy(() -> units("good=1", Wanted.of("good=13500000"), 1))
                .hasMessageContaining("at most are 13,500,000");
    }

    @Test
    void sharesAreKept() {
        var plan = new Plan(SEED, ROSTER.sized(100), Mix.of(Mix.USUAL), new Wanted.Usual(), 1);
        assertThat(plan.units(FRAMEWORK).stream().collect(Collectors.groupingBy(Unit::profile, Collectors.counting())))
                .containsEntry(Profile.GOOD, 30L)
                .containsEntry(Profile.MEDIOCRE, 30L)
                .containsEntry(Profile.COACHED, 10L);
    }

    @Test
    void anotherSeedGivesOtherUnitsTheProfiles() {
        var one = new Plan("one", ROSTER.sized(50), Mix.of(Mix.USUAL), new Wanted.Usual(), 1).units(FRAMEWORK);
        var same = new Plan("one", ROSTER.sized(50), Mix.of(Mix.USUAL), new Wanted.Usual(), 1).units(FRAMEWORK);
        var other = new Plan("two", ROSTER.sized(50), Mix.of(Mix.USUAL), new Wanted.Usual(), 1).units(FRAMEWORK);
        assertThat(one).isEqualTo(same).isNotEqualTo(other).isSortedAccordingTo((a, b) -> a.agency()
                .compareTo(b.agency()));
        assertThat(one.stream().map(Unit::profile).toList())
                .isNotEqualTo(other.stream().map(Unit::profile).toList());
    }

    private static List<Unit> units(String mix, Wanted wanted, double scripted) {
        return new Plan(SEED, ROSTER.sized(12), Mix.of(mix), wanted, scripted).units(FRAMEWORK);
    }

    private static Scorecard scored(Unit unit) {
        return Scored.of(SEED, FRAMEWORK, unit);
    }

    private static double total(Scorecard score) {
        return Objects.requireNonNull(score.total()).score().doubleValue();
    }

    private static InstrumentScore survey(Scorecard score, String code) {
        return score.instruments().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static double error(Scorecard score, String code) {
        return Objects.requireNonNull(survey(score, code).standardError()).doubleValue();
    }

    private static double part(Scorecard score, String code) {
        return survey(score, "eit").parts().stream()
                .filter(part -> part.code().equals(code))
                .map(part -> Objects.requireNonNull(part.score()).doubleValue())
                .findFirst()
                .orElseThrow();
    }
}
