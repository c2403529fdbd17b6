package org.prongsai.seeds.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RosterTest {

    private static final Roster REGISTER = Roster.of("agency,type\nz,province\nbureau,bureau\na,checkpoint\n");

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
    void aFileWithoutUnitsIsRefused() {
        assertThatThrownBy(() -> Roster.of("agency,type\nx,bureau\n")).hasMessageContaining("province or checkpoint");
        assertThatThrownBy(() -> Roster.of("unit,kind\nx,bureau\n")).hasMessageContaining("columns agency and type");
        assertThatThrownBy(() -> Roster.of("")).hasMessageContaining("at least one line");
    }
}
