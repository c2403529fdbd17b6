package org.prongsai.assessment.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.Answer;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.ticket.Staff;

/** Codes are shown once, so whoever says what was drawn so far draws once, however often the form is sent. */
class PreconditionIT {

    private static final String TWO = "{\"instrument\":\"iit\",\"count\":2}";

    private final AssessmentWorld world = AssessmentWorld.get();

    @Test
    void a_form_that_is_sent_again_gives_out_nothing() {
        var staff = Staff.of("imm-sent-again", 10);
        var seen = tag(staff);
        var first = draw(staff, staff.coordinator(), TWO, "application/json", seen);
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(first.header("ETag")).isNotEqualTo(seen).isEqualTo(tag(staff));
        for (var accept : new String[] {"application/json", "text/csv, application/problem+json"}) {
            var again = draw(staff, staff.coordinator(), TWO, accept, seen);
            assertThat(again.status()).isEqualTo(412);
            assertThat(again.problem()).isEqualTo("stale");
            assertThat(again.faults()).containsExactly("If-Match: stale");
            assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        }
        assertThat(invited("imm-sent-again")).isEqualTo(2);
        assertThat(audits("imm-sent-again")).isOne();
        var csv = draw(staff, staff.coordinator(), TWO, "text/csv", first.header("ETag"));
        assertThat(csv.status()).isEqualTo(201);
        assertThat(csv.header("ETag")).isEqualTo(tag(staff)).isNotEqualTo(first.header("ETag"));
        assertThat(invited("imm-sent-again")).isEqualTo(4);
    }

    @Test
    void of_many_at_once_who_saw_the_same_one_draws_whatever_the_instrument() throws Exception {
        var staff = Staff.of("imm-double-tap", 50);
        var seen = tag(staff);
        var assessor = world.token("assessor");
        var sent = new ArrayList<CompletableFuture<Answer>>();
        for (int i = 0; i < 8; i++) {
            boolean eit = i % 2 == 0;
            sent.add(CompletableFuture.supplyAsync(
                    () -> draw(
                            staff,
                            eit ? assessor : staff.coordinator(),
                            eit ? TWO.replace("iit", "eit") : TWO,
                            "application/json",
                            seen),
                    Thread::startVirtualThread));
        }
        var statuses = new ArrayList<Integer>();
        for (var answer : sent) {
            statuses.add(answer.get().status());
        }
        assertThat(statuses)
                .containsOnly(201, 412)
                .filteredOn(status -> status == 201)
                .hasSize(1);
        assertThat(invited("imm-double-tap")).isEqualTo(2);
    }

    @Test
    void whoever_says_nothing_of_it_draws_each_time() {
        var staff = Staff.of("imm-careless", 10);
        var seen = tag(staff);
        assertThat(staff.codes(2)).hasSize(2);
        assertThat(staff.codes(2)).hasSize(2);
        assertThat(tag(staff)).isNotEqualTo(seen);
        assertThat(draw(staff, staff.coordinator(), TWO, "application/json", "*")
                        .status())
                .isEqualTo(201);
        assertThat(invited("imm-careless")).isEqualTo(6);
    }

    @Test
    void what_was_withdrawn_changes_what_is_shown_and_not_how_far_drawing_has_come() {
        var staff = Staff.of("imm-withdrawn-tag", 10);
        staff.codes(3);
        var before = world.getAs(world.admin(), staff.path() + "/draws");
        long draw = before.json().at("/draws/0/draw").asLong();
        world.postJson(world.admin(), staff.path() + "/draws/" + draw + "/void", "{\"reason\":\"lost\"}");
        var after = world.getAs(world.admin(), staff.path() + "/draws", "If-None-Match", before.header("ETag"));
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.json().at("/draws/0/voided").asInt()).isEqualTo(3);
        assertThat(after.header("ETag")).isEqualTo(before.header("ETag"));
    }

    private String tag(Staff staff) {
        var tag = world.getAs(staff.coordinator(), staff.path() + "/draws").header("ETag");
        assertThat(tag).startsWith("\"");
        return tag;
    }

    private Answer draw(Staff staff, String token, String json, String accept, String ifMatch) {
        return world.write(
                token,
                "POST",
                staff.path() + "/invitations",
                "application/json",
                json,
                "Accept",
                accept,
                "If-Match",
                ifMatch);
    }

    private long invited(String agency) {
        return world.one(
                "tickets",
                Long.class,
                "select count(*) from issuing_key k join invitation i using (key) where k.agency = '" + agency + "'");
    }

    private long audits(String agency) {
        return world.one(
                "assessment",
                Long.class,
                "select count(*) from audit where action = 'draw-invitations' and agency = '" + agency + "'");
    }
}
