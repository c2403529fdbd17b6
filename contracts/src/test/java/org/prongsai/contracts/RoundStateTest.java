package org.prongsai.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.prongsai.contracts.assessment.RoundOpened;
import org.prongsai.contracts.assessment.RoundState;

class RoundStateTest {

    private static final List<String> NAN = List.of("royal-thai-police", "immigration-bureau", "imm-nan");
    private static final List<String> HUAIKON =
            List.of("royal-thai-police", "immigration-bureau", "imm-nan", "imm-nan-huaikon");

    @Test
    void a_round_told_before_there_were_rehearsals_counts_and_joins_nobody() throws Exception {
        var old = state("RoundOpened");
        assertThat(old.counts()).isTrue();
        assertThat(old.joint()).isEmpty();
        assertThat(old.errata()).isEmpty();
        assertThat(old.includes(HUAIKON, "checkpoint")).isTrue();
        assertThat(EventJson.write(new RoundOpened(old))).doesNotContain("rehearsal", "joint", "errata");
    }

    @Test
    void a_rehearsal_never_counts() throws Exception {
        assertThat(state("RoundReframed").counts()).isFalse();
    }

    @Test
    void a_unit_assessed_with_another_takes_no_part_of_its_own() throws Exception {
        var state = state("UnitsJoined");
        assertThat(state.includes(HUAIKON, "checkpoint")).isFalse();
        assertThat(state.lead("imm-nan-huaikon")).contains("imm-nan");
        assertThat(state.includes(NAN, "province")).isTrue();
        assertThat(state.lead("imm-nan")).isEmpty();
        assertThat(state.with("imm-nan")).containsExactly("imm-nan-huaikon");
        assertThat(state.with("imm-phrae")).isEmpty();
    }

    @Test
    void whatever_changes_everything_else_stays() throws Exception {
        var state = state("RoundReframed");
        assertThat(state.withCalendar(state.windows(), state.overrides())).isEqualTo(state);
        assertThat(state.withJoint(state.joint())).isEqualTo(state);
        assertThat(state.withFramework(state.framework(), state.errata())).isEqualTo(state);
        assertThat(state.withJoint(List.of()).joint()).isEmpty();
        assertThat(state.withFramework("f@3", List.of()).framework()).isEqualTo("f@3");
        assertThat(state.withCalendar(List.of(), List.of()).windows()).isEmpty();
    }

    private static RoundState state(String type) throws Exception {
        var sample = SamplesTest.sample(Catalogue.find(type).orElseThrow());
        return type.equals("RoundOpened")
                ? EventJson.read(RoundOpened.class, sample).state()
                : EventJson.MAPPER.treeToValue(EventJson.MAPPER.readTree(sample).path("state"), RoundState.class);
    }
}
