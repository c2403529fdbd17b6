package org.prongsai.assessment.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.challenge.Passage.Traffic;
import org.prongsai.assessment.challenge.Passage.Way;
import org.prongsai.assessment.traffic.Pressure;
import org.prongsai.web.Fault;

class PassageTest {

    private static final int LIMIT = 60;

    @Test
    void in_calm_nothing_is_needed_and_whatever_is_brought_does_no_harm() {
        for (boolean code : new boolean[] {true, false})
            for (boolean proof : new boolean[] {true, false})
                assertThat(Passage.of(traffic(LIMIT - 1, 0), code, proof)).isEqualTo(Passage.FREE);
    }

    @Test
    void under_attack_a_code_or_a_proof_lets_in_and_everybody_else_is_taken_aside() {
        assertThat(Passage.of(traffic(LIMIT, 0), true, false).way()).isEqualTo(Way.BY_CODE);
        assertThat(Passage.of(traffic(LIMIT, 0), false, true).way()).isEqualTo(Way.BY_PROOF);
        assertThat(Passage.of(traffic(LIMIT, 0), true, true).way()).isEqualTo(Way.BY_CODE);
        assertThat(Passage.of(traffic(LIMIT, 0), false, false).unverified()).isTrue();
    }

    @Test
    void a_code_that_went_round_lets_in_no_more_than_a_counter_can_have() {
        assertThat(Passage.of(traffic(5000, LIMIT - 1), true, false).unverified())
                .isFalse();
        assertThat(Passage.of(traffic(5000, LIMIT), true, false).unverified()).isTrue();
        assertThat(Passage.of(traffic(5000, LIMIT), true, true).way()).isEqualTo(Way.BY_PROOF);
    }

    @Test
    void all_faults_of_both_are_named() {
        var passage = Passage.refused(List.of(Fault.of("/counterCode", "expired")), List.of("expired", "other-place"));
        assertThat(passage.faults())
                .extracting(fault -> fault.pointer() + " " + fault.reason())
                .containsExactly("/counterCode expired", "/proof expired", "/proof other-place");
    }

    /** However many come, and with whatever: nobody is turned away, and the part takes no more than it may. */
    @Test
    void load_over_the_limit_is_never_a_refusal() {
        var random = new Random(3);
        for (int run = 0; run < 100; run++) {
            int came = 0;
            int byCode = 0;
            int let = 0;
            int proven = 0;
            for (int n = 0; n < 1000; n++) {
                boolean proof = random.nextInt(10) == 0;
                var passage = Passage.of(traffic(came, byCode), random.nextInt(run + 1) == 0, proof);
                assertThat(passage.faults()).isEmpty();
                came++;
                byCode += passage.way() == Way.BY_CODE ? 1 : 0;
                proven += passage.way() == Way.BY_PROOF ? 1 : 0;
                let += passage.unverified() ? 0 : 1;
            }
            assertThat(let - proven).isBetween(LIMIT, 2 * LIMIT);
        }
    }

    private static Traffic traffic(int came, int byCode) {
        return new Traffic(new Pressure(came, LIMIT), new Pressure(byCode, LIMIT));
    }
}
