package org.prongsai.assessment.response;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.prongsai.assessment.Answer;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.pool.Office;
import org.prongsai.assessment.pool.ReleaseWriter;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A reply that got lost in the last second: what comes again is answered, what is new is not taken. */
class LateIT {

    private final AssessmentWorld world = AssessmentWorld.get();
    private final ReleaseWriter release = world.context().getBean(ReleaseWriter.class);

    @Test
    void after_the_end_the_same_answers_get_their_receipt_again_before_the_drain_and_after_it() {
        var office = Office.open("imm-late");
        var first = office.submit(1, 0);
        assertThat(first.status()).isEqualTo(201);
        withoutDrain(() -> {
            office.over();
            assertThat(office.rows("waiting")).isEqualTo(1);
            onlyTheSameIsAnswered(office, first);
        });
        AssessmentWorld.eventually("the pool is drained", office::drained);
        onlyTheSameIsAnswered(office, first);
    }

    @Test
    void a_pool_that_was_drained_early_answers_the_same_way() {
        var office = Office.open("imm-late-drained");
        var first = office.submit(1, 0);
        release.drain(office.pools()).block();
        onlyTheSameIsAnswered(office, first);
    }

    @Test
    void after_a_change_of_mind_only_the_last_answers_count_as_the_same() {
        var office = Office.open("imm-late-mind");
        office.submit(1, 0);
        world.database("responses")
                .inTransaction(release.alone().then(release.everything(office.pools())))
                .block();
        var changed = office.submit(1, 1);
        withoutDrain(() -> {
            office.over();
            assertThat(office.submit(1, 0).problem()).isEqualTo("window-closed");
            assertThat(office.submit(1, 1).body()).isEqualTo(changed.body());
        });
    }

    private void onlyTheSameIsAnswered(Office office, Answer first) {
        var stored = stored(office);
        var again = office.submit(1, 0);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        var other = office.submit(1, 2);
        var unknown = office.submit(2, 0);
        for (var refused : new Answer[] {other, unknown}) {
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.problem()).isEqualTo("window-closed");
        }
        assertThat(other.faults()).isEqualTo(unknown.faults());
        assertThat(stored(office)).isEqualTo(stored);
    }

    private void withoutDrain(Runnable work) {
        world.database("responses")
                .inTransaction(release.alone().then(Mono.fromRunnable(work).subscribeOn(Schedulers.boundedElastic())))
                .block();
    }

    private String stored(Office office) {
        return world.one(
                "responses",
                String.class,
                "select string_agg(r::text || r.xmin, ' ') from response r join pool using (pool) where agency = '"
                        + office.agency() + "'");
    }
}
