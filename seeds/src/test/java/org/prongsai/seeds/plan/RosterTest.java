package org.prongsai.seeds.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RosterTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 1);
    private static final Roster REGISTER = Roster.of("agency,type\nz,province\nbureau,bureau\na,checkpoint\n", TODAY);

    @Test
    void officesAndCheckpointsTakePartInByteOrder() {
        assertThat(REGISTER.agencies()).containsExactly("a", "z");
        assertThat(REGISTER.invented()).isEmpty();
        assertThat(REGISTER.sized(1).agencies()).containsExactly("a");
    }

    @Test
    void whereThereAreNotEnoughOthersAreMadeUpAndSaySo() {
        Roster more = REGISTER.sized(4);
        assertThat(more.agencies()).containsExactly("a", "synthetic-00001", "synthetic-00002", "z");
        assertThat(more.invented()).containsExactly("synthetic-00001", "synthetic-00002");
        assertThat(more.register())
                .hasSize(3)
                .last()
                .asString()
                .startsWith("synthetic-00002,immigration-bureau,checkpoint,")
                .contains("หน่วยงานสมมติ 00002,Made-up unit 00002,");
    }

    @Test
    void madeUpUnitsOfAnEarlierFolderAreNotMadeUpAgain() {
        Roster more = Roster.ofAgencies(List.of("synthetic-00007", "synthetic-00002", "synthetic-x"))
                .sized(5);
        assertThat(more.invented()).containsExactly("synthetic-00008", "synthetic-00009");
        assertThat(more.agencies()).hasSize(5).contains("synthetic-00002", "synthetic-00009");
        assertThat(more.register()).hasSize(3);
        assertThat(Roster.ofAgencies(List.of("synthetic-99999")).sized(2).agencies())
                .containsExactly("synthetic-100000", "synthetic-99999");
    }

    @Test
    void onlyUnitsThatExistTodayTakePart() {
        assertThat(Roster.of("\uFEFF" + """
                agency,type,from,to
                ended,province,2023-10-01,2026-09-30
                last-day,province,2023-10-01,2026-10-01
                first-day,checkpoint,2569-10-01,
                not-yet,checkpoint,2026-10-02,
                """, TODAY).agencies()).containsExactly("first-day", "last-day");
    }

    @Test
    void everyFaultOfAFileIsNamedWithItsLine() {
        assertThatThrownBy(() -> Roster.of("""
                        agency,type,from,to
                        Imm Nan,province,,
                        ,checkpoint,,
                        a,province,yesterday,
                        a,province,,
                        b,province
                        c,,,
                        """, TODAY))
                .hasMessageContaining("/lines/2/agency: bad-agency, expected small letters")
                .hasMessageContaining("found Imm Nan")
                .hasMessageContaining("/lines/3/agency: missing")
                .hasMessageContaining("/lines/4/from: bad-date")
                .hasMessageContaining("/lines/5/agency: duplicate, expected each agency once, found a")
                .hasMessageContaining("/lines/6: wrong-columns, expected 4, found 2")
                .hasMessageContaining("/lines/7/type: missing");
        String many = "agency,type\n" + "X,province\n".repeat(50);
        assertThatThrownBy(() -> Roster.of(many, TODAY)).hasMessageContaining("… and ");
    }

    @Test
    void aFileWithoutUnitsIsRefused() {
        assertThatThrownBy(() -> Roster.of("agency,type\nx,bureau\n", TODAY))
                .hasMessageContaining("province or checkpoint")
                .hasMessageContaining("2026-10-01");
        assertThatThrownBy(() -> Roster.of("unit,kind\nx,bureau\n", TODAY))
                .hasMessageContaining("/lines/1: wrong-header, expected agency,type")
                .hasMessageContaining("found unit,kind");
        assertThatThrownBy(() -> Roster.of("", TODAY)).hasMessageContaining("wrong-header");
    }
}
