package org.prongsai.seeds.demo;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.prongsai.seeds.file.SeedReader;

class PlansTest {

    private static final int K = 5;

    @Test
    void unitsExistAndNobodyAnswersTwice() {
        Set<String> units =
                CsvReader.builder()
                        .ofNamedCsvRecord(SeedReader.packaged().text("agencies/immigration-bureau.csv"))
                        .stream()
                        .filter(row -> Set.of("province", "checkpoint").contains(row.getField("type")))
                        .map(row -> row.getField("agency"))
                        .collect(Collectors.toSet());
        for (String round : List.of("demo-2567-immigration", "demo-2570-immigration"))
            assertThat(plan(round))
                    .extracting(Unit::agency)
                    .doesNotHaveDuplicates()
                    .isSubsetOf(units);
    }

    @Test
    void nobodyCountsMoreAnswersThanPeople() {
        for (String round : List.of("demo-2567-immigration", "demo-2570-immigration"))
            assertThat(plan(round)).allSatisfy(unit -> {
                assertThat(unit.iit()).isLessThanOrEqualTo(unit.internal());
                assertThat(unit.eit1() + unit.eit2()).isLessThanOrEqualTo(unit.external());
            });
    }

    @Test
    void thePastRoundShowsThirtyTotalsAndSomeWithTooFew() {
        List<Unit> units = plan("demo-2567-immigration");
        assertThat(units.stream().filter(PlansTest::hasTotal)).hasSizeGreaterThanOrEqualTo(30);
        assertThat(units.stream().filter(unit -> !hasTotal(unit))).hasSizeGreaterThanOrEqualTo(3);
        assertThat(units).extracting(Unit::profile).contains(Profile.values());
        assertThat(responses(units)).isBetween(3_000, 12_000);
    }

    @Test
    void theOpenRoundIsSparseButChiangMaiHasATotalThatCanMove() {
        List<Unit> units = plan("demo-2570-immigration");
        Unit chiangMai = units.stream()
                .filter(unit -> unit.agency().equals("imm-chiangmai"))
                .findFirst()
                .orElseThrow();
        assertThat(hasTotal(chiangMai)).isTrue();
        assertThat(chiangMai.eit1()).isLessThan(20);
        assertThat(units.stream().filter(PlansTest::enoughUsers)).hasSizeGreaterThanOrEqualTo(3);
        assertThat(responses(units)).isLessThan(1_000);
    }

    private static int responses(List<Unit> units) {
        return units.stream()
                .mapToInt(unit -> unit.iit() + unit.eit1() + unit.eit2())
                .sum();
    }

    private static boolean hasTotal(Unit unit) {
        return unit.iit() >= minimum(unit.internal())
                && enoughUsers(unit)
                && unit.eit1() >= K
                && unit.eit2() >= K
                && unit.missingItems().isPresent();
    }

    private static boolean enoughUsers(Unit unit) {
        return unit.eit1() + unit.eit2() >= minimum(unit.external());
    }

    private static int minimum(int population) {
        if (population < 30) return population;
        return population > 4_000 ? 400 : Math.max(30, (population + 9) / 10);
    }

    private static List<Unit> plan(String round) {
        return Unit.readAll(SeedReader.packaged().text("demo/" + round + ".csv"));
    }
}
