package org.prongsai.assessment.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.Answer;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.blind.Ticket;

/** Holders who find their code used, or are told what to answer, say so without a name. */
class ReportIT {

    private final AssessmentWorld world = AssessmentWorld.get();

    @Test
    void from_k_holders_on_a_stolen_code_is_a_signal_and_each_is_shown_where_to_complain_at_once() {
        var staff = Staff.of("imm-stolen", 10);
        var codes = staff.codes(6);
        for (int holder = 0; holder < 4; holder++) {
            staff.ticket(codes.get(holder));
            var heard = report(staff, "already-used", codes.get(holder));
            assertThat(heard.status()).isEqualTo(201);
            assertThat(heard.json().at("/complaints/0/phone").asString()).isEqualTo("1205");
            assertThat(report(staff, "already-used", codes.get(holder)).status())
                    .isEqualTo(201);
        }
        assertThat(holders(staff, 0)).isEqualTo("null");
        staff.ticket(codes.get(4));
        report(staff, "already-used", codes.get(4));
        assertThat(holders(staff, 0)).isEqualTo("5");
    }

    @Test
    void who_knows_a_code_does_not_learn_from_a_report_whether_it_was_used() {
        var staff = Staff.of("imm-listed", 10);
        var codes = staff.codes(6);
        staff.ticket(codes.getFirst());
        var used = report(staff, "already-used", codes.getFirst());
        for (String unused : codes.subList(1, 6)) {
            var heard = report(staff, "already-used", unused);
            assertThat(heard.status()).isEqualTo(used.status());
            assertThat(heard.body()).isEqualTo(used.body());
        }
        codes.subList(1, 4).forEach(staff::ticket);
        codes.subList(1, 4).forEach(code -> report(staff, "already-used", code));
        assertThat(holders(staff, 0)).as("four were used").isEqualTo("null");
        assertThat(report(staff, "already-used", "KFHC-0XWH").faults()).containsExactly("/invitation not-a-code");
    }

    @Test
    void who_was_told_what_to_answer_shows_a_ticket_which_leads_to_no_code_and_no_answer() {
        var staff = Staff.of("imm-told", 10);
        var codes = staff.codes(5);
        for (var code : codes) {
            var ticket = staff.ticket(code);
            staff.answer(ticket, 0);
            assertThat(told(staff, ticket).status()).isEqualTo(201);
        }
        assertThat(holders(staff, 1)).isEqualTo("5");
        assertThat(told(staff, new Ticket("AA", "AA")).faults()).containsExactly("/ticket not-signed");
        assertThat(world.one(
                        "tickets",
                        Long.class,
                        "select count(*) from report r join invitation i on r.holder in (i.code_hash, i.blinded_hash)"))
                .isZero();
    }

    @Test
    void a_report_of_another_kind_is_none_and_the_unit_sees_none() {
        var staff = Staff.of("imm-reports", 10);
        assertThat(report(staff, "gossip", "x").faults()).containsExactly("/kind unknown-kind");
        assertThat(world.getAs(staff.coordinator(), staff.path() + "/reports").status())
                .isEqualTo(403);
        assertThat(world.get("/api/v1/complaints").json().path("complaints").size())
                .isPositive();
    }

    private static Answer report(Staff staff, String kind, String code) {
        return staff.post("/reports", Map.of("kind", kind, "invitation", code));
    }

    private static Answer told(Staff staff, Ticket ticket) {
        return staff.post(
                "/reports",
                Map.of(
                        "kind",
                        "told-what-to-answer",
                        "ticket",
                        Map.of("token", ticket.token(), "signature", ticket.signature())));
    }

    private String holders(Staff staff, int kind) {
        return world.getAs(world.admin(), staff.path() + "/reports")
                .json()
                .at("/reports/" + kind + "/holders")
                .toString();
    }
}
