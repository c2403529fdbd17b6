package org.prongsai.assessment.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.Answer;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.Given;
import org.prongsai.assessment.ticket.Staff;
import org.prongsai.blind.Base64Url;
import org.prongsai.methodology.calendar.Dates;

/** Assessors draw visits of a day, exchange their codes and enter what they are told, like anybody who answers. */
class VisitIT {

    /** To come also if a midnight passes meanwhile. */
    private static final LocalDate DAY =
            Instant.now().atZone(Dates.BANGKOK).toLocalDate().plusDays(2);

    private final AssessmentWorld world = AssessmentWorld.get();
    private final String assessor = world.token("assessor");

    @Test
    void a_visit_becomes_an_answer_to_part_2() {
        var staff = unit("imm-visited");
        var drawn = draw(staff, assessor, plan(120, 10), "application/json");
        assertThat(drawn.status()).as(drawn.body()).isEqualTo(201);
        assertThat(drawn.header("Cache-Control")).isEqualTo("no-store");
        var list = drawn.json();
        assertThat(list.path("visits").size()).isEqualTo(10);
        assertThat(list.path("part").asString()).isEqualTo("2");
        assertThat(list.path("keySha256")).isEqualTo(staff.keyOf("eit").json().path("sha256"));
        assertThat(list.at("/visits/0/moment").asString()).startsWith(DAY + "T").endsWith("+07:00");
        var ticket = staff.ticket("eit", list.at("/visits/0/code").asString());
        var answer = staff.answer("eit", "2", ticket.token(), ticket.signature(), Given.answers("eit", 1));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        var receipt = answer.json().path("receipt").asString();
        assertThat(world.get("/api/v1/receipts/" + receipt)
                        .json()
                        .path("counted")
                        .asBoolean())
                .isTrue();
        assertThat(staff.office().rows("instrument = 'eit' and part = '2'")).isEqualTo(1);
    }

    @Test
    void part_2_takes_no_answer_without_a_ticket() {
        var staff = unit("imm-unticketed");
        draw(staff, assessor, plan(20, 1), "application/json");
        var own = Map.of("token", staff.office().token(1));
        var answer = staff.post(
                "/responses",
                Map.of("instrument", "eit", "part", "2", "ticket", own, "answers", Given.answers("eit", 0)));
        assertThat(answer.problem()).isEqualTo("ticket-invalid");
        assertThat(answer.faults())
                .containsExactlyInAnyOrder("/ticket/token invalid-token", "/ticket/signature missing");
    }

    @Test
    void a_code_of_one_instrument_is_none_of_the_other() {
        var staff = unit("imm-both");
        var external = draw(staff, assessor, plan(20, 2), "application/json").json();
        var visit = external.at("/visits/0/code").asString();
        var slip = staff.codes(1).getFirst();
        var ofVisit = staff.ticket("eit", visit);
        var ofSlip = staff.ticket("iit", slip);
        refuse(staff.answer("iit", "1", ofVisit.token(), ofVisit.signature(), Given.answers("iit")));
        refuse(staff.answer("eit", "2", ofSlip.token(), ofSlip.signature(), Given.answers("eit")));
        assertThat(crossed(staff, "iit", external.at("/visits/1/code").asString()))
                .isFalse();
        assertThat(crossed(staff, "eit", staff.codes(1).getFirst())).isFalse();
    }

    /** Whether a number that was made for this instrument's key gets its signature for a code of the other one. */
    private static boolean crossed(Staff staff, String instrument, String code) {
        var blinding = staff.blinding(instrument);
        var answer = staff.redeem(code, blinding.blinded());
        return answer.status() == 200
                && Base64Url.decode(answer.json().path("blindSignature").asString())
                        .flatMap(blinding::finish)
                        .isPresent();
    }

    @Test
    void visits_are_bounded_by_the_registered_service_users_like_other_invitations() {
        var staff = unit("imm-bounded");
        assertThat(staff.draw(assessor, "{\"instrument\":\"eit\",\"count\":495}")
                        .status())
                .isEqualTo(201);
        var beyond = draw(staff, assessor, plan(120, 6), "application/json");
        assertThat(beyond.problem()).isEqualTo("invalid-draw");
        assertThat(beyond.faults()).containsExactly("/sample more-than-registered");
        assertThat(draw(staff, assessor, plan(120, 5), "application/json").status())
                .isEqualTo(201);
        var draws = world.getAs(assessor, staff.path() + "/draws").json().path("draws");
        assertThat(draws.valueStream()
                        .map(draw -> draw.path("channel").asString() + " "
                                + draw.path("count").asInt() + " "
                                + draw.path("drawnBy").asString()))
                .containsExactly("slips 495 authority", "visits 5 authority");
    }

    @Test
    void the_list_is_a_file_too_and_nothing_of_its_moments_stays() {
        var staff = unit("imm-visit-file");
        var csv = draw(staff, world.admin(), plan(77_777, 3), "text/csv");
        assertThat(csv.status()).as(csv.body()).isEqualTo(201);
        assertThat(csv.header("Cache-Control")).isEqualTo("no-store");
        var lines = csv.body().split("\r\n");
        assertThat(lines).hasSize(4);
        assertThat(lines[0]).isEqualTo("moment,queue,code,instrument,part,key_sha256");
        var keys = staff.keyOf("eit").json().path("sha256").asString();
        assertThat(lines[1]).startsWith(DAY + "T").endsWith(",eit,2," + keys);
        var kept = world.one(
                        "tickets",
                        String.class,
                        "select d::text from draw d join issuing_key k using (key) where agency = 'imm-visit-file'")
                + world.one(
                        "assessment",
                        String.class,
                        "select string_agg(action || subject || reason, ' ') from audit"
                                + " where agency = 'imm-visit-file' and action like 'draw%'");
        assertThat(kept).contains("visits").doesNotContain(DAY.toString(), "77777", ":");
    }

    @Test
    void only_assessors_and_the_authority_draw_visits_of_days_to_come_within_the_window() {
        var staff = unit("imm-visit-refused");
        assertThat(draw(staff, staff.coordinator(), plan(120, 3), "application/json")
                        .status())
                .isEqualTo(403);
        assertThat(draw(staff, assessor, plan(3, 4), "application/json").faults())
                .containsExactly("/sample out-of-range");
        assertThat(draw(staff, assessor, plan(DAY.minusDays(2), 120, 3), "application/json")
                        .faults())
                .containsExactly("/from already-past");
        assertThat(draw(staff, assessor, plan(DAY.plusDays(40), 120, 3), "application/json")
                        .faults())
                .containsExactly("/day outside-window");
    }

    @Test
    void a_list_of_codes_is_not_kept_for_a_repeat() {
        var staff = unit("imm-visit-twice");
        var first = repeated(staff, "/visits");
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(repeated(staff, "/visits").body()).isNotEqualTo(first.body());
        assertThat(repeated(staff, "/visit%73").body())
                .isNotEqualTo(repeated(staff, "/visit%73").body());
    }

    private Answer repeated(Staff staff, String end) {
        return world.write(
                assessor,
                "POST",
                staff.path() + end,
                "application/json",
                plan(120, 1),
                "Accept",
                "application/json",
                "Idempotency-Key",
                "visits-1");
    }

    private static void refuse(Answer answer) {
        assertThat(answer.problem()).isEqualTo("ticket-invalid");
        assertThat(answer.faults()).isEqualTo(List.of("/ticket/signature not-signed"));
    }

    private static Staff unit(String name) {
        var now = Instant.now();
        return Staff.of(name, 10, now.minus(Duration.ofDays(2)), now.plus(Duration.ofDays(30)));
    }

    private Answer draw(Staff staff, String token, String plan, String accept) {
        return world.write(token, "POST", staff.path() + "/visits", "application/json", plan, "Accept", accept);
    }

    private static String plan(int served, int sample) {
        return plan(DAY, served, sample);
    }

    private static String plan(LocalDate day, int served, int sample) {
        return "{\"day\":\"%s\",\"from\":\"00:00\",\"to\":\"24:00\",\"served\":%d,\"sample\":%d}"
                .formatted(day, served, sample);
    }
}
