package org.prongsai.assessment.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.Plans;

/** A code is found by its hash, however its statement was planned, and not by reading all codes of its unit. */
class CodePlanIT {

    @Test
    void enters_each_index_by_the_code() throws SQLException {
        var types = Map.of("numbers", "int[]", "keys", "bigint[]", "open", "boolean[]");
        assertThat(Plans.entries(AssessmentWorld.get(), "tickets", "invitation_", InvitationStore.CLAIM, types))
                .hasSizeGreaterThanOrEqualTo(2 * InvitationStore.LEAVES)
                .allMatch(entry -> entry.contains("(key = ") && entry.contains("(code_hash = "));
    }
}
