package org.prongsai.assessment.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.Answer;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.seal.Seal;
import org.prongsai.blind.Base64Url;
import org.prongsai.blind.InvitationCode;
import org.prongsai.contracts.assessment.RoundState.StepWindow;

/** An invitation becomes a signature: once, for one number, whatever happens on the way. */
class TicketIT {

    private final AssessmentWorld world = AssessmentWorld.get();

    @Test
    void a_lost_reply_is_asked_for_again_and_another_number_is_refused() {
        var staff = Staff.of("imm-redeem", 5);
        var code = staff.codes(1).getFirst();
        var blinding = staff.blinding();
        var first = staff.redeem(code.toLowerCase(java.util.Locale.ROOT).replace('-', ' '), blinding.blinded());
        assertThat(first.status()).isEqualTo(200);
        var again = staff.redeem(code, blinding.blinded());
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(Staff.finish(blinding, again).signature()).isNotBlank();
        var other = staff.redeem(code, staff.blinding().blinded());
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.problem()).isEqualTo("invitation-used");
        assertThat(other.header("X-Request-Id")).isEmpty();
    }

    @Test
    void after_the_end_nobody_learns_from_a_code_whether_it_was_used() {
        var staff = Staff.of("imm-late-codes", 10);
        var codes = staff.codes(2);
        staff.ticket(codes.getFirst());
        var past = Instant.now().minusSeconds(1);
        staff.office()
                .redate(List.of(new StepWindow("iit", past.minusSeconds(60), past)), List.of())
                .block();
        AssessmentWorld.eventually("the end is known", () -> late(staff, codes.getFirst()));
        assertThat(late(staff, codes.getLast())).isTrue();
    }

    private static boolean late(Staff staff, String code) {
        var answer = staff.redeem(code, staff.blinding().blinded());
        return answer.status() == 422 && answer.problem().equals("window-closed");
    }

    @Test
    void a_key_that_another_instance_made_is_known_soon() {
        var staff = Staff.of("imm-other-instance", 5);
        staff.codes(1);
        var office = staff.office();
        var there = world.context().getBean(IssuingKeyStore.class);
        var here = new IssuingKeyStore(
                world.database("tickets"),
                world.context().getBean(Seal.class),
                world.context().getBean(TicketSettings.class));
        assertThat(here.of(office.round(), office.agency()).block()).hasSize(1);
        there.make(office.round(), office.agency(), "eit").block();
        AssessmentWorld.eventually(
                "the other key is known",
                () -> Objects.requireNonNull(
                                        here.of(office.round(), office.agency()).block())
                                .size()
                        == 2);
    }

    @Test
    void of_a_hundred_clients_with_one_invitation_one_is_given_a_signature() throws Exception {
        var staff = Staff.of("imm-hundred-codes", 5);
        var code = staff.codes(1).getFirst();
        var numbers = new ArrayList<String>();
        for (int i = 0; i < 100; i++) {
            numbers.add(staff.blinding().blinded());
        }
        var answers = atOnce(numbers.stream()
                .<Supplier<Answer>>map(n -> () -> staff.redeem(code, n))
                .toList());
        assertThat(answers.stream().map(Answer::status)).containsOnly(200, 409);
        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
    }

    @Test
    void a_code_that_is_mistyped_or_unknown_is_told_apart_as_far_as_it_helps() {
        var staff = Staff.of("imm-typed", 5);
        var code = staff.codes(1).getFirst();
        var never = InvitationCode.of(new byte[InvitationCode.RANDOM_BYTES]).text();
        var blinded = staff.blinding().blinded();
        char last = code.charAt(code.length() - 1);
        String mistyped = code.substring(0, code.length() - 1) + (last == '7' ? '8' : '7');
        assertThat(staff.redeem(mistyped, blinded).faults()).containsExactly("/invitation mistyped");
        assertThat(staff.redeem(code.substring(1), blinded).faults()).containsExactly("/invitation wrong-length");
        assertThat(staff.redeem("U" + code.substring(1), blinded).faults())
                .containsExactly("/invitation unknown-letter");
        var unknown = staff.redeem(never, blinded);
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.problem()).isEqualTo("invitation-unknown");
        assertThat(unknown.faults()).containsExactly("/invitation unknown");
        assertThat(unknown.body()).doesNotContain(never);
        assertThat(staff.redeem("", "§").faults())
                .containsExactly("/invitation wrong-length", "/blinded not-base64url");
    }

    @Test
    void a_number_that_is_none_costs_no_invitation() {
        var staff = Staff.of("imm-numbers", 5);
        var code = staff.codes(1).getFirst();
        var modulus = staff.key().key().getModulus();
        assertThat(staff.redeem(code, number(BigInteger.ZERO)).faults()).containsExactly("/blinded out-of-range");
        assertThat(staff.redeem(code, number(modulus)).faults()).containsExactly("/blinded out-of-range");
        assertThat(staff.redeem(code, Base64Url.encode(new byte[255])).faults())
                .containsExactly("/blinded wrong-length");
        assertThat(staff.redeem(code, "A===").problem()).isEqualTo("invalid-request");
        assertThat(staff.post("/tickets", Map.of("invitation", code)).faults()).containsExactly("/blinded missing");
        assertThat(staff.redeem(code, staff.blinding().blinded()).status()).isEqualTo(200);
    }

    @Test
    void who_was_named_signs_in_and_is_given_one_ticket() {
        var staff = Staff.of("imm-signed-in", 3);
        var named = staff.draw(
                staff.coordinator(),
                "{\"instrument\":\"iit\",\"channel\":\"sign-in\",\"people\":[\"person-1\",\"person-2\"]}");
        assertThat(named.status()).isEqualTo(201);
        assertThat(named.json().has("codes")).isFalse();
        assertThat(staff.draw(
                                staff.coordinator(),
                                "{\"instrument\":\"iit\",\"channel\":\"sign-in\",\"people\":[\"person-1\"]}")
                        .faults())
                .containsExactly("/people/0 already-invited");
        var blinding = staff.blinding();
        var ticket = Staff.finish(blinding, signedIn(staff, "person-1", blinding.blinded()));
        assertThat(staff.answer(ticket, 0).status()).isEqualTo(201);
        assertThat(signedIn(staff, "person-1", staff.blinding().blinded()).problem())
                .isEqualTo("invitation-used");
        assertThat(signedIn(staff, "person-3", staff.blinding().blinded()).faults())
                .containsExactly("/invitation not-invited");
        assertThat(staff.post("/tickets/signed-in", Map.of("instrument", "iit", "blinded", "AA"))
                        .status())
                .isEqualTo(401);
        assertThat(world.one("tickets", Long.class, "select count(*) from invitation i where i::text like '%person%'"))
                .isZero();
    }

    @Test
    void at_night_invitations_are_written_anew_and_stay_what_they_are() {
        var staff = Staff.of("imm-night-slips", 20);
        var codes = staff.codes(20);
        var blinding = staff.blinding();
        assertThat(staff.redeem(codes.get(3), blinding.blinded()).status()).isEqualTo(200);
        var before = lying();
        var files = files();
        world.context().getBean(RewriteJob.class).rewrite();
        assertThat(lying()).hasSameElementsAs(before).isNotEqualTo(before);
        assertThat(files()).doesNotContainAnyElementsOf(files);
        assertThat(staff.redeem(codes.get(3), blinding.blinded()).status()).isEqualTo(200);
        assertThat(staff.redeem(codes.get(3), staff.blinding().blinded()).status())
                .isEqualTo(409);
        assertThat(staff.redeem(codes.get(4), staff.blinding().blinded()).status())
                .isEqualTo(200);
    }

    @Test
    void nothing_in_the_issuers_database_says_when() {
        assertThat(world.one(
                        "tickets",
                        String.class,
                        "select coalesce(string_agg(table_name || '.' || column_name, ' '), '')"
                                + " from information_schema.columns where table_name ~ '^invitation(_[0-9]+)?$|issuing_key'"
                                + " and (data_type like '%time%' or data_type = 'date')"))
                .isEmpty();
    }

    private Answer signedIn(Staff staff, String subject, String blinded) {
        return world.postJson(
                world.tokens().token(subject, List.of(), List.of()),
                staff.path() + "/tickets/signed-in",
                "{\"instrument\":\"iit\",\"blinded\":\"" + blinded + "\"}");
    }

    private List<String> lying() {
        return texts("select encode(code_hash, 'hex') from invitation join issuing_key using (key)"
                + " where agency = 'imm-night-slips' order by invitation.ctid");
    }

    private List<String> files() {
        return texts("select pg_relation_filepath(oid) from pg_class where relname ~ '^invitation_[0-9]+$'");
    }

    private List<String> texts(String sql) {
        return world.database("tickets")
                .sql()
                .sql(sql)
                .map(row -> String.valueOf(row.get(0, String.class)))
                .all()
                .collectList()
                .block();
    }

    private String number(BigInteger value) {
        return Base64Url.encode(HexFormat.of().parseHex("%0512x".formatted(value)));
    }

    static List<Answer> atOnce(List<Supplier<Answer>> requests) throws Exception {
        var sent = requests.stream()
                .map(request -> CompletableFuture.supplyAsync(request, Thread::startVirtualThread))
                .toList();
        var answers = new ArrayList<Answer>();
        for (var answer : sent) {
            answers.add(answer.get());
        }
        return answers;
    }
}
