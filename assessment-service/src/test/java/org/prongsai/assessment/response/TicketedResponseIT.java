package org.prongsai.assessment.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.Answer;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.Given;
import org.prongsai.assessment.pool.Office;
import org.prongsai.assessment.ticket.Staff;
import org.prongsai.blind.Base64Url;
import org.prongsai.blind.Ticket;

/** Answers of staff: one for each ticket, and only for a ticket of this very unit, survey and round. */
class TicketedResponseIT {

    private final AssessmentWorld world = AssessmentWorld.get();

    @Test
    void an_answer_with_a_ticket_is_stored_repeated_and_replaced_with_one_receipt() {
        var staff = Staff.of("imm-ticketed", 5);
        var ticket = staff.ticket(staff.codes(1).getFirst());
        var first = staff.answer(ticket, 0);
        assertThat(first.status()).isEqualTo(201);
        assertThat(staff.answer(ticket, 0).status()).isEqualTo(200);
        var changed = staff.answer(ticket, 1);
        assertThat(changed.status()).isEqualTo(201);
        assertThat(changed.body()).isEqualTo(first.body());
        assertThat(staff.office().rows("true")).isEqualTo(1);
        var receipt = first.json().path("receipt").asString();
        assertThat(world.get("/api/v1/receipts/" + receipt)
                        .json()
                        .path("counted")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void a_signature_of_another_unit_round_instrument_or_key_is_none() throws Exception {
        var staff = Staff.of("imm-signed", 5);
        var ticket = staff.ticket(staff.codes(1).getFirst());
        var other = Staff.of("imm-signed-other", 5);
        var foreign = other.ticket(other.codes(1).getFirst());
        refuse(staff.answer(foreign, 0), "/ticket/signature not-signed");
        refuse(other.answer(ticket, 0), "/ticket/signature not-signed");
        refuse(
                staff.answer(ticket.token(), foreign.signature(), Given.answers("iit", 0)),
                "/ticket/signature not-signed");
        refuse(
                staff.answer(foreign.token(), ticket.signature(), Given.answers("iit", 0)),
                "/ticket/signature not-signed");
        staff.draw(world.token("assessor"), "{\"instrument\":\"eit\",\"count\":1}");
        var external = staff.post(
                "/responses",
                Map.of(
                        "instrument",
                        "eit",
                        "part",
                        "2",
                        "ticket",
                        Map.of("token", ticket.token(), "signature", ticket.signature()),
                        "answers",
                        Given.answers("eit", 0)));
        refuse(external, "/ticket/signature not-signed");
        assertThat(staff.answer(ticket, 0).status()).isEqualTo(201);
    }

    @Test
    void nor_is_that_of_the_same_unit_in_another_round_or_of_another_unit_in_the_same() throws Exception {
        var here = Staff.of("imm-two-here", 5);
        var there = Staff.of("imm-two-there", 5);
        var otherRound = staff(there.office().round(), here.office().agency());
        var otherUnit = staff(here.office().round(), there.office().agency());
        var ticket = here.ticket(here.codes(1).getFirst());
        for (var other : List.of(otherRound, otherUnit)) {
            refuse(here.answer(other.ticket(other.codes(1).getFirst()), 0), "/ticket/signature not-signed");
            refuse(other.answer(ticket, 0), "/ticket/signature not-signed");
        }
        assertThat(here.answer(ticket, 0).status()).isEqualTo(201);
    }

    private Staff staff(String round, String agency) {
        var staff = new Staff(new Office(world, round, agency));
        assertThat(staff.population(world.admin(), 5, null).status()).isEqualTo(200);
        return staff;
    }

    @Test
    void every_fault_of_a_response_is_named_at_once() {
        var staff = Staff.of("imm-faulty", 5);
        staff.codes(1);
        var answers = new java.util.HashMap<>(Given.answers("iit", 0));
        answers.remove("i1");
        answers.put("x9", "1");
        var answer = staff.answer(Base64Url.encode(new byte[63]), "*", answers);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("ticket-invalid");
        assertThat(answer.faults())
                .containsExactlyInAnyOrder(
                        "/answers/i1 missing",
                        "/answers/x9 unknown-question",
                        "/ticket/token invalid-token",
                        "/ticket/signature not-base64url");
        var open = staff.post(
                "/responses",
                Map.of(
                        "instrument",
                        "iit",
                        "ticket",
                        Map.of("token", staff.office().token(1)),
                        "answers",
                        Map.of()));
        assertThat(open.faults()).contains("/ticket/token invalid-token", "/ticket/signature missing");
    }

    @Test
    void before_the_first_draw_there_is_no_key_to_sign_with() {
        var staff = Staff.of("imm-no-key", 5);
        var answer =
                staff.answer(Base64Url.encode(new byte[64]), Base64Url.encode(new byte[256]), Given.answers("iit", 0));
        refuse(answer, "/ticket/signature no-ticket-key");
    }

    @Test
    void a_token_used_by_a_hundred_clients_at_once_with_different_answers_counts_once() throws Exception {
        var staff = Staff.of("imm-hundred-tickets", 5);
        var ticket = staff.ticket(staff.codes(1).getFirst());
        var sent = new ArrayList<CompletableFuture<Answer>>();
        for (int client = 0; client < 100; client++) {
            int option = client % 6;
            sent.add(CompletableFuture.supplyAsync(() -> staff.answer(ticket, option), Thread::startVirtualThread));
        }
        for (var answer : sent) {
            assertThat(answer.get().status()).isIn(200, 201);
        }
        assertThat(staff.office().rows("true")).isEqualTo(1);
    }

    @Test
    void after_the_close_a_ticket_is_too_late_and_the_same_answer_still_gets_its_receipt() {
        var staff = Staff.of("imm-late-ticket", 5);
        var codes = staff.codes(3);
        Ticket used = staff.ticket(codes.get(0));
        Ticket unused = staff.ticket(codes.get(1));
        var first = staff.answer(used, 0);
        assertThat(first.status()).isEqualTo(201);
        staff.office().over();
        assertThat(staff.answer(unused, 0).problem()).isEqualTo("window-closed");
        assertThat(staff.answer(used, 1).problem()).isEqualTo("window-closed");
        assertThat(staff.answer(used, 0).body()).isEqualTo(first.body());
        assertThat(staff.redeem(codes.get(2), staff.blinding().blinded()).problem())
                .isEqualTo("window-closed");
        assertThat(staff.draw(staff.coordinator(), "{\"instrument\":\"iit\",\"count\":1}")
                        .problem())
                .isEqualTo("window-closed");
    }

    private static void refuse(Answer answer, String fault) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("ticket-invalid");
        assertThat(answer.faults()).containsExactly(fault);
    }
}
