package org.prongsai.assessment.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.prongsai.web.Rejection;

class SurvivorsTest {
    private static final List<Agency> REGISTER = AgencyTree.plan(
                    List.of(), file("top,,", "mid,top,", "low,mid,", "old,top,2568-09-30", "older,old,2567-09-30"))
            .all();

    /** Lines as {@code agency,parent,to}. */
    private static AgencyFile file(String... lines) {
        return AgencyFile.read(AgencyFileTest.HEADER
                + Arrays.stream(lines)
                        .map(line -> line.split(",", -1))
                        .map(cells -> "%s,%s,division,,หน่วย,Unit,2566-10-01,%s,provisional"
                                .formatted(cells[0], cells[1], cells[2]))
                        .collect(Collectors.joining("\n")));
    }

    private static AgencyChange change(String... lines) {
        return AgencyTree.plan(REGISTER, file(lines));
    }

    private static List<String> faults(String... lines) {
        return change(lines).rejected().stream()
                .map(each -> "%d %s %s: %s".formatted(each.line(), each.column(), each.reason(), each.actual()))
                .toList();
    }

    @Test
    void aParentCannotEndBeforeThoseBelowIt() {
        assertThat(faults("mid,top,2568-09-30")).containsExactly("2 to living-children: mid (2025-09-30) above low");
        assertThat(change("mid,top,2568-09-30").rejected().getFirst().expected())
                .isEqualTo("move those below it, or end them by 2025-09-30 too");
        assertThat(faults("old,top,2567-09-29")).containsExactly("2 to living-children: old (2024-09-29) above older");
        assertThat(faults("old,top,2567-09-30")).isEmpty();
    }

    @Test
    void theyMayEndOrMoveInTheSameFile() {
        assertThat(faults("mid,top,2568-09-30", "low,mid,2568-09-30")).isEmpty();
        assertThat(faults("mid,top,2568-09-30", "low,top,")).isEmpty();
        assertThat(faults("mid,top,2568-09-30", "low,mid,2568-10-01"))
                .containsExactly("2 to living-children: mid (2025-09-30) above low");
    }

    @Test
    void nobodyMovesBelowOneThatEnded() {
        assertThat(faults("mid,old,"))
                .containsExactly("2 parent ended-parent: mid (no last day) below old (2025-09-30)");
        assertThat(change("mid,old,").rejected().getFirst().expected())
                .isEqualTo("a last day not after 2025-09-30, or a parent that lives on");
        assertThat(faults("new,old,2568-10-01", "other,old,2568-09-30"))
                .containsExactly("2 parent ended-parent: new (2025-10-01) below old (2025-09-30)");
        assertThat(faults("older,old,"))
                .containsExactly("2 parent ended-parent: older (no last day) below old (2025-09-30)");
    }

    @Test
    void aWholeRegisterNamesWhatChanged() {
        assertThat(faults("top,,", "mid,top,", "low,mid,", "old,top,2568-09-30", "older,old,"))
                .containsExactly("6 parent ended-parent: older (no last day) below old (2025-09-30)");
    }

    @Test
    void aParentMayBeginLaterThanThoseBelowIt() {
        var later = AgencyFile.read(AgencyFileTest.HEADER + "mid,top,division,,หน่วย,Unit,2569-10-01,,provisional");
        assertThat(AgencyTree.plan(REGISTER, later).rejected()).isEmpty();
    }

    @Test
    void anUnreadableDayIsRefusedForThatAlone() {
        assertThat(change("mid,top,soon").rejected())
                .extracting(Rejection::reason)
                .containsExactly("bad-date");
        assertThat(change("mid,old,soon").rejected())
                .extracting(Rejection::reason)
                .containsExactly("bad-date");
    }

    @Test
    void ofManyChildrenTheFirstAreNamed() {
        var lines = IntStream.range(10, 35).mapToObj(n -> "c-" + n + ",top,").toArray(String[]::new);
        var register = AgencyTree.plan(REGISTER, file(lines)).all();
        var all = new ArrayList<>(REGISTER);
        all.addAll(register);
        assertThat(AgencyTree.plan(all, file("top,,2568-10-01")).rejected())
                .singleElement()
                .extracting(each -> String.valueOf(each.actual()))
                .asString()
                .startsWith("top (2025-10-01) above c-10, c-11")
                .endsWith("c-29 and 6 more");
    }
}
