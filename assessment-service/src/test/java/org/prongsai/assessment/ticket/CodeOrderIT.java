package org.prongsai.assessment.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.Answer;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.LastRow;
import org.prongsai.blind.InvitationCode;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Whatever takes many codes takes them in one order, and says of a code what is true once it has it. */
class CodeOrderIT {

    private static final int MANY = 24;

    private final AssessmentWorld world = AssessmentWorld.get();
    private final InvitationStore store = world.context().getBean(InvitationStore.class);

    @Test
    void codes_that_are_redeemed_together() {
        var staff = Staff.of("imm-codes-together", MANY);
        var claims = claims(staff.codes(MANY), key(staff));
        last(staff).isTakenLast(Mono.empty(), () -> store.claim(claims).toFuture());
        assertThat(store.claim(claims).block()).allSatisfy(claimed -> assertThat(claimed)
                .hasValueSatisfying(known -> assertThat(known.redeemed()).isFalse()));
    }

    @Test
    void codes_of_a_draw_that_is_withdrawn() {
        var staff = Staff.of("imm-codes-withdrawn", MANY);
        staff.codes(MANY);
        last(staff).isTakenLast(Mono.empty(), () -> later(() -> withdraw(staff)));
    }

    @Test
    void whoever_comes_while_their_code_is_withdrawn_is_told_that() {
        var staff = Staff.of("imm-code-just-withdrawn", MANY);
        var code = staff.codes(1).getFirst();
        var database = world.database("tickets");
        var answer = database.inTransaction(database.sql()
                        .sql("update invitation set voided = true where key = " + key(staff))
                        .then()
                        .then(world.waitedFor("tickets"))
                        .flatMap(waitedFor -> Mono.fromSupplier(() -> {
                                    var started = later(() ->
                                            staff.redeem(code, staff.blinding().blinded()));
                                    AssessmentWorld.eventually("it waits", waitedFor);
                                    return started;
                                })
                                .subscribeOn(Schedulers.boundedElastic())))
                .block();
        assertThat(answer.join().faults()).containsExactly("/invitation voided");
    }

    private LastRow last(Staff staff) {
        return new LastRow(world, "tickets", "invitation where key = " + key(staff), "code_hash desc");
    }

    private long key(Staff staff) {
        return world.one(
                "tickets",
                Long.class,
                "select key from issuing_key where agency = '%s'"
                        .formatted(staff.office().agency()));
    }

    private List<Claim> claims(List<String> codes, long key) {
        var hash = world.context().getBean(CodeHash.class);
        return codes.stream()
                .map(code -> hash.of((InvitationCode) InvitationCode.parse(code)))
                .map(code -> new Claim(code, "ab".repeat(32), List.of(key), Set.of(key)))
                .toList();
    }

    private static Answer withdraw(Staff staff) {
        var world = staff.world();
        var drawn = world.getAs(world.admin(), staff.path() + "/draws").json().at("/draws/0/draw");
        return world.postJson(
                world.admin(), staff.path() + "/draws/" + drawn.asLong() + "/void", "{\"reason\":\"lost\"}");
    }

    private static CompletableFuture<Answer> later(Supplier<Answer> work) {
        return CompletableFuture.supplyAsync(work, Thread::startVirtualThread);
    }
}
