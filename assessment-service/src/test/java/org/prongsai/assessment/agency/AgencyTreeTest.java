package org.prongsai.assessment.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.prongsai.contracts.assessment.AgencyChanged.FormerName;
import org.prongsai.contracts.assessment.AgencyChanged.Lineage;
import org.prongsai.contracts.assessment.AgencyChanged.Link;
import org.prongsai.web.Rejection;

class AgencyTreeTest {
    private static final List<Agency> REGISTER =
            take(List.of(), "police", "bureau police", "north bureau", "south bureau", "office north", "gate office");

    /** Lines as {@code agency parent}. */
    private static AgencyFile file(String... lines) {
        return AgencyFile.read(AgencyFileTest.HEADER
                + Arrays.stream(lines)
                        .map(line -> (line + " ").split(" ", -1))
                        .map(cells -> cells[0] + "," + cells[1] + ",division,,หน่วย,Unit " + cells[0]
                                + ",2566-10-01,,provisional")
                        .collect(Collectors.joining("\n")));
    }

    private static List<Agency> take(List<Agency> register, String... lines) {
        var change = AgencyTree.plan(register, file(lines));
        assertThat(change.rejected()).isEmpty();
        return change.all();
    }

    private static List<String> faults(AgencyChange change) {
        return change.rejected().stream()
                .map(r -> r.line() + " " + r.column() + " " + r.reason() + " " + r.actual())
                .toList();
    }

    @Test
    void everyAgencyStandsBelowItsParentWhateverTheOrderOfLines() {
        var change = AgencyTree.plan(List.of(), file("gate office", "office north", "north"));
        assertThat(change.created())
                .extracting(agency -> String.join("/", agency.path()))
                .containsExactlyInAnyOrder("north/office/gate", "north/office", "north");
        assertThat(change.report()).isEqualTo(new AgencyChange.Report("UTF-8", 3, 0, 0, 0, List.of()));
    }

    @Test
    void theSameFileAgainChangesNothing() {
        var again = AgencyTree.plan(REGISTER, file("north bureau", "office north"));
        assertThat(again.all()).isEmpty();
        assertThat(again.unchanged()).isEqualTo(2);
    }

    @Test
    void whatHangsBelowMovesAlong() {
        var change = AgencyTree.plan(REGISTER, file("office south", "north bureau"));
        assertThat(change.updated()).extracting(Agency::agency).containsExactly("office");
        assertThat(change.moved())
                .extracting(Agency::path)
                .containsExactly(List.of("police", "bureau", "south", "office", "gate"));
        assertThat(change.report()).isEqualTo(new AgencyChange.Report("UTF-8", 0, 1, 1, 1, List.of()));
    }

    @Test
    void anUnknownParentIsNamed() {
        var change = AgencyTree.plan(REGISTER, file("new atlantis", "other new"));
        assertThat(faults(change)).containsExactly("2 parent unknown-parent atlantis");
        assertThat(change.possible()).isFalse();
        assertThat(change.created()).extracting(Agency::agency).containsExactly("other");
    }

    @Test
    void aCircleIsNamedAtEveryLineOnIt() {
        assertThat(faults(AgencyTree.plan(List.of(), file("a b", "b c", "c a", "below a", "self self"))))
                .containsExactly(
                        "2 parent cycle a > b > c > a",
                        "3 parent cycle b > c > a > b",
                        "4 parent cycle c > a > b > c",
                        "6 parent cycle self > self");
        assertThat(faults(AgencyTree.plan(REGISTER, file("bureau gate"))))
                .containsExactly("2 parent cycle bureau > gate > office > north > bureau");
    }

    @Test
    void aSecondLineOfAnAgencyIsADuplicate() {
        var change = AgencyTree.plan(List.of(), file("a", "a", "b a"));
        assertThat(faults(change)).containsExactly("3 agency duplicate a");
        assertThat(change.rejected().getFirst().expected()).isEqualTo("once; line 2 has it");
    }

    @Test
    void nobodysTreeIsDeeperThanSixteen() {
        var lines = IntStream.rangeClosed(1, 17)
                .mapToObj(n -> "level-" + n + (n == 1 ? "" : " level-" + (n - 1)))
                .toArray(String[]::new);
        assertThat(faults(AgencyTree.plan(List.of(), file(lines))))
                .singleElement()
                .asString()
                .startsWith("18 parent too-deep");
        var sixteen = take(List.of(), Arrays.copyOf(lines, 16));
        assertThat(faults(AgencyTree.plan(sixteen, file("root", "level-1 root"))))
                .singleElement()
                .asString()
                .startsWith("3 parent too-deep root > level-1");
    }

    private static Agency withPast(LocalDate to) {
        var office = take(List.of(), "office").getFirst();
        return office.called(
                        office.name(),
                        List.of(new FormerName(Map.of("th", "เดิม", "en", "Former"), office.from(), day("2024-09-30"))))
                .descending(new Lineage(List.of(), List.of(new Link("north", Link.MERGED, day("2025-10-01")))))
                .ending(to);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static AgencyChange correct(Agency before, String name, String days) {
        return AgencyTree.plan(
                List.of(before),
                AgencyFile.read(
                        AgencyFileTest.HEADER + "office,,division,,หน่วย," + name + "," + days + ",provisional"));
    }

    @Test
    void aFileCorrectsNamesAndLeavesThePastAlone() {
        var before = withPast(day("2025-09-30"));
        var after =
                correct(before, "Corrected", "2023-09-01,2025-09-30").updated().getFirst();
        assertThat(after.name()).containsEntry("en", "Corrected");
        assertThat(after.lineage()).isEqualTo(before.lineage());
        assertThat(after.names())
                .containsExactly(
                        new FormerName(before.names().getFirst().name(), day("2023-09-01"), day("2024-09-30")));
        assertThat(correct(before, "Unit office", "2023-10-01,2025-09-30").unchanged())
                .isEqualTo(1);
    }

    @Test
    void aFileCannotContradictThePast() {
        var ended = withPast(day("2025-09-30"));
        assertThat(faults(correct(ended, "Unit", "2023-10-01,"))).containsExactly("2 to contradicts-lineage empty");
        assertThat(faults(correct(ended, "Unit", "2024-10-01,2026-09-30")))
                .containsExactlyInAnyOrder(
                        "2 from contradicts-lineage 2024-10-01", "2 to contradicts-lineage 2026-09-30");
        assertThat(faults(correct(withPast(null), "Unit", "2023-10-01,2025-09-29")))
                .containsExactly("2 to contradicts-lineage 2025-09-29");
        assertThat(faults(correct(withPast(null), "Unit", "2023-10-01,2026-09-30")))
                .isEmpty();
    }

    @Test
    void faultsOfLinesAndOfTheTreeComeTogetherInTheOrderOfLines() {
        var file = AgencyFile.read(AgencyFileTest.HEADER
                + "a,nowhere,division,,หน่วย,Unit,2566-10-01,,provisional\n"
                + "b,a,office,,หน่วย,Unit,2566-10-01,,provisional\n"
                + "c,nowhere,division,,หน่วย,Unit,2566-10-01,,provisional\n");
        var change = AgencyTree.plan(List.of(), file);
        assertThat(change.rejected()).extracting(Rejection::line).containsExactly(2L, 3L, 4L);
        assertThat(change.all()).isEmpty();
    }
}
