package org.prongsai.assessment.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.prongsai.assessment.ticket.InvitationStore.Elsewhere;
import org.prongsai.assessment.ticket.InvitationStore.Place;
import org.prongsai.web.Fault;
import org.prongsai.web.ProblemType;

class RedemptionTest {

    private static final Place PLACE = new Place("round-2570", "imm-chiangmai", "iit");

    @Test
    void of_a_code_that_was_brought_elsewhere_what_differs_first_is_the_unit() {
        assertThat(misplaced("imm-phuket", false)).isEqualTo(new Fault("/invitation", "other-agency", PLACE, null));
        assertThat(misplaced("imm-chiangmai", false)).isEqualTo(new Fault("/invitation", "other-round", PLACE, null));
    }

    @Test
    void one_that_was_withdrawn_leads_nowhere() {
        assertThat(misplaced("imm-phuket", true))
                .isEqualTo(new Fault("/invitation", "voided", "an invitation that was not withdrawn", null));
    }

    private static Fault misplaced(String agency, boolean voided) {
        var problem = Redemption.misplaced(agency, new Elsewhere(PLACE, voided));
        assertThat(problem.type()).isEqualTo(ProblemType.INVITATION_UNKNOWN);
        assertThat(problem.faults()).hasSize(1);
        return problem.faults().getFirst();
    }
}
