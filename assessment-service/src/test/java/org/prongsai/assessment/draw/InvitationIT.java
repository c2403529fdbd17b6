package org.prongsai.assessment.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.Answer;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.pool.Office;
import org.prongsai.assessment.ticket.Staff;
import org.prongsai.blind.InvitationCode;

/** How invitations are given out, how many, by whom, and what is kept of them. */
class InvitationIT {

    private final AssessmentWorld world = AssessmentWorld.get();

    @Test
    void a_coordinator_draws_as_many_as_people_are_registered_and_not_one_more() {
        var staff = Staff.of("imm-draw", 10);
        var codes = staff.codes(7);
        assertThat(codes)
                .hasSize(7)
                .doesNotHaveDuplicates()
                .allMatch(code -> InvitationCode.parse(code) instanceof InvitationCode);
        var more = staff.draw(staff.coordinator(), "{\"instrument\":\"iit\",\"count\":4}");
        assertThat(more.status()).isEqualTo(422);
        assertThat(more.problem()).isEqualTo("invalid-draw");
        assertThat(more.body()).contains("at most 3: 10 registered, 7 given out");
        assertThat(staff.codes(3)).hasSize(3).doesNotContainAnyElementsOf(codes);
    }

    @Test
    void those_on_leave_are_given_none() {
        var staff = Staff.of("imm-leave", 10);
        world.write(
                world.admin(),
                "PUT",
                staff.path() + "/population",
                "application/json",
                "{\"internal\":10,\"onLeave\":4,\"external\":500}",
                "If-Match",
                world.getAs(world.admin(), staff.path() + "/population").header("ETag"));
        assertThat(staff.draw(staff.coordinator(), "{\"instrument\":\"iit\",\"count\":7}")
                        .status())
                .isEqualTo(422);
        assertThat(staff.codes(6)).hasSize(6);
    }

    @Test
    void of_many_draws_at_once_none_goes_beyond() throws Exception {
        var staff = Staff.of("imm-draws", 20);
        var sent = new ArrayList<CompletableFuture<Answer>>();
        for (int i = 0; i < 8; i++) {
            sent.add(CompletableFuture.supplyAsync(
                    () -> staff.draw(staff.coordinator(), "{\"instrument\":\"iit\",\"count\":5}"),
                    Thread::startVirtualThread));
        }
        var statuses = new ArrayList<Integer>();
        for (var answer : sent) {
            statuses.add(answer.get().status());
        }
        assertThat(statuses)
                .containsOnly(201, 422)
                .filteredOn(status -> status == 201)
                .hasSize(4);
        assertThat(sent.stream()
                        .filter(answer -> answer.join().status() == 201)
                        .map(answer -> answer.join().json().path("keySha256").asString())
                        .distinct())
                .containsExactly(staff.keyOf("iit").json().path("sha256").asString());
    }

    @Test
    void the_slips_carry_the_one_key_that_everybody_is_shown() {
        var staff = Staff.of("imm-slips", 10);
        assertThat(staff.keyOf("iit").status()).isEqualTo(404);
        var csv = world.write(
                staff.coordinator(),
                "POST",
                staff.path() + "/invitations",
                "application/json",
                "{\"instrument\":\"iit\",\"count\":2}",
                "Accept",
                "text/csv");
        assertThat(csv.status()).as(csv.body()).isEqualTo(201);
        assertThat(csv.header("Cache-Control")).isEqualTo("no-store");
        var lines = csv.body().split("\r\n");
        assertThat(lines[0]).isEqualTo("code,round,agency,instrument,key_sha256");
        assertThat(lines).hasSize(3);
        var shown = staff.keyOf("iit");
        assertThat(lines[1]).endsWith("," + shown.json().path("sha256").asString());
        assertThat(shown.header("Cache-Control")).contains("public", "immutable");
        assertThat(shown.json().path("variant").asString()).isEqualTo("RSABSSA-SHA384-PSS-Randomized");
        staff.codes(2);
        assertThat(staff.keyOf("iit").body()).isEqualTo(shown.body());
        assertThat(staff.key().thumbprint())
                .isEqualTo(shown.json().path("sha256").asString());
    }

    @Test
    void the_codes_are_shown_once_and_kept_for_no_repeat() {
        var staff = Staff.of("imm-shown-once", 10);
        var first = repeated(staff, "/invitations");
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(first.header("Cache-Control")).isEqualTo("no-store");
        assertThat(repeated(staff, "/invitations").body()).isNotEqualTo(first.body());
        assertThat(repeated(staff, "/invitation%73").body())
                .contains("\"codes\"")
                .isNotEqualTo(repeated(staff, "/invitation%73").body());
    }

    private Answer repeated(Staff staff, String end) {
        return world.write(
                staff.coordinator(),
                "POST",
                staff.path() + end,
                "application/json",
                "{\"instrument\":\"iit\",\"count\":1}",
                "Accept",
                "application/json",
                "Idempotency-Key",
                "draw-1");
    }

    @Test
    void before_the_people_are_registered_nobody_is_invited() {
        var staff = new Staff(Office.open("imm-uncounted"));
        var answer = staff.draw(staff.coordinator(), "{\"instrument\":\"iit\",\"count\":1}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("not-ready");
        assertThat(answer.faults()).containsExactly("/population not-registered");
    }

    @Test
    void after_the_first_draw_only_the_authority_raises_the_number_and_says_why() {
        var staff = Staff.of("imm-raise", 10);
        staff.codes(5);
        assertThat(staff.population(staff.coordinator(), 11, "we are more").faults())
                .containsExactly("/internal raised-after-draw");
        assertThat(staff.population(world.admin(), 11, null).faults()).containsExactly("/reason missing");
        assertThat(staff.population(staff.coordinator(), 4, "we are fewer").faults())
                .containsExactly("/internal fewer-than-invited");
        assertThat(staff.population(staff.coordinator(), 9, "one left").status())
                .isEqualTo(200);
        assertThat(staff.population(world.admin(), 12, "three came").status()).isEqualTo(200);
        assertThat(staff.codes(7)).hasSize(7);
    }

    @Test
    void a_first_draw_that_was_withdrawn_was_the_first_all_the_same() {
        var staff = Staff.of("imm-raise-later", 5);
        staff.codes(5);
        long draw = world.getAs(world.admin(), staff.path() + "/draws")
                .json()
                .path("draws")
                .get(0)
                .path("draw")
                .asLong();
        var path = staff.path() + "/draws/" + draw + "/void";
        assertThat(world.postJson(world.admin(), path, "{\"reason\":\"lost\"}").status())
                .isEqualTo(200);
        assertThat(staff.population(staff.coordinator(), 6, "we are more").faults())
                .containsExactly("/internal raised-after-draw");
        assertThat(staff.population(staff.coordinator(), 4, "we are fewer").status())
                .isEqualTo(200);
    }

    @Test
    void everything_wrong_with_a_draw_is_said_at_once() {
        var staff = Staff.of("imm-wrong-draw", 10);
        assertThat(staff.draw(staff.coordinator(), "{\"count\":0}").faults())
                .containsExactly("/instrument missing", "/count out-of-range");
        assertThat(staff.draw(staff.coordinator(), "{\"instrument\":\"iit\",\"channel\":\"pigeon\"}")
                        .faults())
                .containsExactly("/channel unknown-channel");
        assertThat(staff.draw(
                                staff.coordinator(),
                                "{\"instrument\":\"iit\",\"channel\":\"sign-in\",\"people\":[\"a\",\"a\",\" \"]}")
                        .faults())
                .containsExactly("/people/1 duplicate-person", "/people/2 wrong-value");
        assertThat(staff.draw(staff.coordinator(), "{\"instrument\":\"iit\"}").faults())
                .containsExactly("/count missing");
    }

    @Test
    void service_users_are_sampled_by_assessors_and_staff_by_their_unit() {
        var staff = Staff.of("imm-who-draws", 10);
        var assessor = world.token("assessor");
        assertThat(staff.draw(staff.coordinator(), "{\"instrument\":\"eit\",\"count\":1}")
                        .faults())
                .containsExactly("/instrument drawn-by-others");
        assertThat(staff.draw(assessor, "{\"instrument\":\"iit\",\"count\":1}").faults())
                .containsExactly("/instrument drawn-by-others");
        assertThat(staff.draw(assessor, "{\"instrument\":\"eit\",\"count\":3}").status())
                .isEqualTo(201);
        assertThat(staff.keyOf("eit").json().path("sha256"))
                .isNotEqualTo(staff.keyOf("iit").json().path("sha256"));
    }

    @Test
    void where_those_above_draw_the_unit_does_not() {
        var staff = Staff.of("imm-above", 10);
        var bureau = world.token("commander", "immigration-bureau");
        assertThat(rule(staff, staff.coordinator(), "above").status()).isEqualTo(200);
        assertThat(staff.draw(staff.coordinator(), "{\"instrument\":\"iit\",\"count\":1}")
                        .faults())
                .containsExactly("/agency drawn-by-others");
        assertThat(rule(staff, staff.coordinator(), "unit").faults()).containsExactly("/drawnBy drawn-by-others");
        assertThat(staff.draw(bureau, "{\"instrument\":\"iit\",\"count\":1}").status())
                .isEqualTo(201);
        assertThat(rule(staff, bureau, "unit").status()).isEqualTo(200);
        assertThat(staff.codes(1)).hasSize(1);
        var draws = world.getAs(staff.coordinator(), staff.path() + "/draws").json();
        assertThat(draws.path("drawnBy").asString()).isEqualTo("unit");
        assertThat(draws.path("draws").valueStream().map(draw -> draw.path("drawnBy")
                        .asString()))
                .containsExactly("above", "unit");
    }

    @Test
    void what_was_lost_is_withdrawn_by_the_authority_and_drawn_again() {
        var staff = Staff.of("imm-lost", 5);
        var codes = staff.codes(5);
        staff.ticket(codes.get(0));
        long draw = world.getAs(world.admin(), staff.path() + "/draws")
                .json()
                .path("draws")
                .get(0)
                .path("draw")
                .asLong();
        String path = staff.path() + "/draws/" + draw + "/void";
        assertThat(world.postJson(world.admin(), path, "{}").faults()).containsExactly("/reason missing");
        assertThat(world.postJson(staff.coordinator(), path, "{\"reason\":\"lost\"}")
                        .status())
                .isEqualTo(403);
        var voided = world.postJson(world.admin(), path, "{\"reason\":\"the file was lost\"}");
        assertThat(voided.json().path("voided").asInt()).isEqualTo(4);
        assertThat(staff.redeem(codes.get(1), staff.blinding().blinded()).faults())
                .containsExactly("/invitation voided");
        assertThat(staff.codes(4)).hasSize(4);
        assertThat(staff.draw(staff.coordinator(), "{\"instrument\":\"iit\",\"count\":1}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void the_issuers_database_holds_no_code_and_no_open_key_and_lets_none_be_changed() {
        var staff = Staff.of("imm-kept", 3);
        var codes = staff.codes(3);
        String all = world.one(
                "tickets",
                String.class,
                "select string_agg(k::text || i::text, ' ') from issuing_key k join invitation i using (key)");
        assertThat(codes).noneMatch(code -> all.contains(code) || all.contains(code.replace("-", "")));
        String sealed = world.one(
                "tickets", String.class, "select encode(sealed, 'hex') from issuing_key where agency = 'imm-kept'");
        assertThat(sealed).doesNotContain("2a864886f70d010101"); // what an open PKCS#8 key begins with: the name of RSA
        for (var statement : List.of(
                "update issuing_key set sealed = ''",
                "delete from issuing_key",
                "delete from invitation",
                "update invitation set code_hash = ''",
                "update draw set count = 1",
                "truncate invitation_0")) {
            assertThatThrownBy(() -> world.database("tickets")
                            .sql()
                            .sql(statement)
                            .then()
                            .block())
                    .as(statement)
                    .hasMessageContaining("permission denied");
        }
        assertThatThrownBy(() -> world.database("assessment")
                        .sql()
                        .sql("update ticket_key set n = ''")
                        .then()
                        .block())
                .hasMessageContaining("permission denied");
    }

    private Answer rule(Staff staff, String token, String drawnBy) {
        return world.write(
                token,
                "PUT",
                staff.path() + "/draws/rule",
                "application/json",
                "{\"drawnBy\":\"" + drawnBy + "\",\"reason\":\"so that nobody fills in the slips\"}");
    }
}
