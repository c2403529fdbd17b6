package org.prongsai.assessment.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.ticket.IssuedStore;
import org.prongsai.assessment.ticket.Staff;
import org.prongsai.assessment.turnout.Snapshots;
import tools.jackson.databind.JsonNode;

/** Everybody sees each morning how many invitations were given out, redeemed and used. */
class BalanceIT {

    private final AssessmentWorld world = AssessmentWorld.get();

    @Test
    void each_morning_shows_given_out_redeemed_and_used_and_nothing_shows_before() {
        var staff = Staff.of("imm-balance", 10);
        var codes = staff.codes(5);
        assertThat(instruments(staff)).hasSize(2).allMatch(each -> each.path("days")
                .isEmpty());
        var drawn = Snapshots.morning(world);
        var first = staff.ticket(codes.get(0));
        staff.ticket(codes.get(1));
        staff.answer(first, 0);
        staff.answer(first, 1);
        var answered = Snapshots.morning(world);
        Snapshots.morning(world);
        var days = instruments(staff).getFirst().path("days");
        assertThat(days.valueStream().map(JsonNode::toString))
                .containsExactly(
                        "{\"day\":\"" + drawn + "\",\"issued\":5,\"redeemed\":0,\"used\":0}",
                        "{\"day\":\"" + answered + "\",\"issued\":5,\"redeemed\":2,\"used\":1}");
        var file = world.get("/api/v1/rounds/" + staff.office().round() + "/invitations.csv");
        assertThat(file.body().lines()).contains("agency,instrument,issued,redeemed,used", "imm-balance,iit,5,2,1");
    }

    @Test
    void a_morning_is_counted_once_and_never_changed() {
        var store = world.context().getBean(IssuedStore.class);
        Staff.of("imm-once", 3).codes(1);
        var day = Snapshots.morning(world);
        assertThat(store.take(day, Instant.now()).block()).isZero();
    }

    private List<JsonNode> instruments(Staff staff) {
        return world.get(staff.path() + "/invitations")
                .json()
                .path("instruments")
                .valueStream()
                .toList();
    }
}
