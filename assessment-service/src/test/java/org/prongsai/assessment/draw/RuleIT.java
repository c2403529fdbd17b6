package org.prongsai.assessment.draw;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.prongsai.assessment.Answer;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.pool.Office;
import org.prongsai.assessment.ticket.Staff;

/** Who draws where somebody above has said so: of a unit below a division below the bureau. */
class RuleIT {

    private static final String ONE = "{\"instrument\":\"iit\",\"count\":1}";

    private final AssessmentWorld world = AssessmentWorld.get();
    private final String bureau = world.token("commander", "immigration-bureau");

    @Test
    void whom_drawing_was_taken_from_hands_it_back_to_nobody_below() {
        var staff = below("imm-division-a", "imm-taken");
        var division = world.token("coordinator", "imm-division-a");
        assertThat(rule(staff, world.admin(), "imm-division-a", "above").status())
                .isEqualTo(200);
        assertThat(rule(staff, division, "imm-taken", "unit").faults()).containsExactly("/drawnBy drawn-by-others");
        assertThat(rule(staff, division, "imm-division-a", "unit").faults())
                .containsExactly("/drawnBy drawn-by-others");
        assertThat(rule(staff, division, "imm-taken", "above").status()).isEqualTo(200);
        assertThat(rule(staff, division, "imm-taken", "unit").faults()).containsExactly("/drawnBy drawn-by-others");
        assertThat(staff.draw(staff.coordinator(), ONE).faults()).containsExactly("/agency drawn-by-others");
        assertThat(rule(staff, bureau, "imm-taken", "unit").status()).isEqualTo(200);
        assertThat(staff.codes(1)).hasSize(1);
    }

    @Test
    void whom_drawing_was_taken_from_draws_for_nobody_below_either() {
        var staff = below("imm-division-b", "imm-below");
        var division = world.token("coordinator", "imm-division-b");
        assertThat(staff.draw(division, ONE).status()).isEqualTo(201);
        assertThat(rule(staff, bureau, "imm-division-b", "above").status()).isEqualTo(200);
        assertThat(staff.draw(division, ONE).faults()).containsExactly("/agency drawn-by-others");
        assertThat(staff.draw(bureau, ONE).status()).isEqualTo(201);
        assertThat(staff.draw(world.admin(), ONE).status()).isEqualTo(201);
        assertThat(rule(staff, bureau, "imm-below", "unit").status()).isEqualTo(200);
        assertThat(staff.draw(division, ONE).faults()).containsExactly("/agency drawn-by-others");
        assertThat(rule(staff, bureau, "imm-division-b", "unit").status()).isEqualTo(200);
        assertThat(staff.draw(division, ONE).status()).isEqualTo(201);
    }

    @Test
    void what_was_given_back_in_advance_is_taken_with_all_the_rest() {
        var staff = below("imm-division-c", "imm-beforehand");
        var division = world.token("coordinator", "imm-division-c");
        assertThat(rule(staff, division, "imm-beforehand", "unit").status()).isEqualTo(200);
        assertThat(rule(staff, bureau, "imm-division-c", "above").status()).isEqualTo(200);
        assertThat(staff.draw(staff.coordinator(), ONE).faults()).containsExactly("/agency drawn-by-others");
        assertThat(rule(staff, bureau, "imm-beforehand", "unit").status()).isEqualTo(200);
        assertThat(staff.codes(1)).hasSize(1);
    }

    /** A unit of ten in a round of its own, below this division. */
    private Staff below(String division, String unit) {
        var staff = new Staff(Office.open(unit));
        world.agencies(division + ",immigration-bureau,division", unit + "," + division + ",province");
        assertThat(staff.population(world.admin(), 10, null).status()).isEqualTo(200);
        return staff;
    }

    private Answer rule(Staff staff, String token, String agency, String drawnBy) {
        return world.write(
                token,
                "PUT",
                "/api/v1/rounds/" + staff.office().round() + "/agencies/" + agency + "/draws/rule",
                "application/json",
                "{\"drawnBy\":\"" + drawnBy + "\",\"reason\":\"so that nobody fills in the slips\"}");
    }
}
