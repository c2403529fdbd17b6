package org.prongsai.assessment.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.Given;
import org.prongsai.assessment.LastRow;
import org.prongsai.assessment.pool.Office;
import org.prongsai.assessment.pool.Place;
import org.prongsai.assessment.pool.ReleaseWriter;
import org.prongsai.assessment.survey.SurveyReader;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Whatever takes many waiting answers takes them in one order, so that no two of them wait for each other. */
class LockOrderIT {

    private static final int MANY = 24;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final AssessmentWorld world = AssessmentWorld.get();
    private final ResponseStore store = world.context().getBean(ResponseStore.class);
    private final ReleaseWriter release = world.context().getBean(ReleaseWriter.class);

    @Test
    void answers_that_replace_others() {
        var office = Office.open("imm-order-replace");
        openPools(office);
        store.admit(batch(office, 0, false)).block();
        takesAllButTheLastBefore(office, store.admit(batch(office, 1, false)));
    }

    @Test
    void answers_that_nothing_vouched_for() {
        var office = Office.open("imm-order-aside");
        openPools(office);
        store.admit(batch(office, 0, true)).block();
        takesAllButTheLastBefore(office, store.admit(batch(office, 1, true)));
    }

    @Test
    void answers_that_leave_the_unverified_part() {
        var office = Office.open("imm-order-leave");
        openPools(office);
        store.admit(batch(office, 0, true)).block();
        takesAllButTheLastBefore(office, store.admit(batch(office, 0, false)));
    }

    @Test
    void answers_that_are_released() {
        var office = Office.open("imm-order-release");
        openPools(office);
        store.admit(batch(office, 0, false)).block();
        takesAllButTheLastBefore(office, world.database("responses").inTransaction(release.everything(office.pools())));
    }

    @Test
    void answers_that_two_instances_store_at_once() {
        var office = Office.open("imm-order-twice");
        openPools(office);
        Flux.range(0, 20)
                .concatMap(turn -> Mono.zip(store.admit(some(office, turn)), store.admit(some(office, turn))))
                .blockLast(PATIENCE);
        assertThat(world.one(
                        "responses",
                        Long.class,
                        "select count(distinct token_hash) from response join pool using (pool)"
                                + " where agency = 'imm-order-twice'"))
                .isEqualTo(20 * MANY);
    }

    /** Those of one turn, in any order. */
    private static List<Submitted> some(Office office, int turn) {
        var some = new ArrayList<>(IntStream.range(turn * MANY, (turn + 1) * MANY)
                .mapToObj(visitor -> submitted(office, visitor, 0, false))
                .toList());
        Collections.shuffle(some);
        return some;
    }

    private void takesAllButTheLastBefore(Office office, Mono<?> work) {
        long pool = world.one(
                "responses",
                Long.class,
                "select max(r.pool) from response r join pool p using (pool) where waiting and agency = '%s'"
                        .formatted(office.agency()));
        new LastRow(world, "responses", "response where waiting and pool = " + pool, "token_hash desc")
                .isTakenLast(release.alone(), work::toFuture);
    }

    private void openPools(Office office) {
        var survey = world.context()
                .getBean(SurveyReader.class)
                .ofUnit(office.round(), office.agency(), "eit")
                .block();
        store.makePools(
                        Objects.requireNonNull(survey),
                        submitted(office, 0, 0, true).admission().places())
                .block();
    }

    private static List<Submitted> batch(Office office, int option, boolean unverified) {
        return IntStream.range(0, MANY)
                .mapToObj(visitor -> submitted(office, visitor, option, unverified))
                .toList();
    }

    private static Submitted submitted(Office office, int visitor, int option, boolean unverified) {
        var place = new Place(office.round(), office.agency(), "eit", "1");
        var token = Token.open(office.token(visitor)).orElseThrow();
        var admission = new Admission(place, token.hashAt(place), Given.answers("eit", option), unverified);
        return new Submitted(admission, "ita-immigration-2567@1");
    }
}
