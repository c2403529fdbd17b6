package org.prongsai.assessment.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.night.NightJob;
import org.prongsai.messaging.OutboxWriter;
import org.prongsai.messaging.PostgresClient;
import reactor.core.publisher.Mono;

/** The nightly rewriting: three pools full of waiting answers, and one whose answers have left. */
class RewriteIT {

    private static final int EACH = 1000;
    private static final double HOUR = 3600;
    private static final String LYING = "string_agg(r::text || r.xmin, ' ' order by id)";
    private static final String SAME = "md5(string_agg(pool || answers::text || token_hash, ' ' order by token_hash))";

    private final AssessmentWorld world = AssessmentWorld.get();
    private final PostgresClient database = world.database("responses");
    private final ReleaseStore store = world.context().getBean(ReleaseStore.class);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @BeforeEach
    void fill() {
        execute("""
                insert into pool (round, agency, instrument, part, framework, k, release, drained)
                select 'rewrite', 'rewrite-' || n, 'iit', '1', 'ita-immigration-2567@1', 5, 'close', n = 4
                from generate_series(1, 4) n on conflict do nothing
                """);
        execute("""
                insert into response (pool, answers, token_hash, waiting)
                select pool, jsonb_build_object('i1', n::text), decode(md5(agency || n), 'hex'), not drained
                from pool, generate_series(1, %d) n where round = 'rewrite'
                """.formatted(EACH));
    }

    @AfterEach
    void empty() {
        execute("delete from response using pool where response.pool = pool.pool and round = 'rewrite'");
    }

    @Test
    void the_meter_counts_those_that_wait_and_no_others() {
        var job = new WaitingJob(database, meters);
        assertThat(waiting()).isNaN();
        AssessmentWorld.eventually("all that wait are counted", () -> {
            job.count();
            return waiting() == world.one("responses", Long.class, "select count(*) from response where waiting");
        });
        assertThat(waiting()).isGreaterThanOrEqualTo(3 * EACH);
    }

    private double waiting() {
        return meters.get("prongsai.pool.waiting").gauge().value();
    }

    @Test
    void waiting_answers_of_all_pools_are_written_anew_each_leaf_at_once_and_no_others() {
        var ids = text("string_agg(id::text, ' ')", "waiting");
        var answers = text(SAME, "waiting");
        var left = text(LYING, "not waiting");
        assertThat(writer(store).reshuffle().block()).isTrue();
        assertThat(text("count(*)::text", "waiting")).isEqualTo("" + 3 * EACH);
        assertThat(text("count(*)::text", "waiting and '" + ids + "' like '%' || id || '%'"))
                .isEqualTo("0");
        assertThat(text(SAME, "waiting")).isEqualTo(answers);
        assertThat(text(LYING, "not waiting")).isEqualTo(left);
        assertThat(text("count(distinct r.xmin::text)::text", "waiting"))
                .isEqualTo(text("count(distinct r.tableoid)::text", "waiting"));
    }

    @Test
    void the_file_in_which_they_lay_as_they_came_is_gone() {
        var before = files();
        assertThat(writer(store).reshuffle().block()).isTrue();
        assertThat(before).hasSize(ReleaseStore.LEAVES).doesNotContainAnyElementsOf(files());
    }

    @Test
    void the_service_itself_can_empty_no_table() {
        assertThatThrownBy(() -> execute("truncate response_waiting_0")).hasMessageContaining("permission denied");
    }

    @Test
    void a_leaf_that_fails_does_not_keep_the_others_from_being_written() {
        int leaf = Integer.parseInt(text(
                "substring(r.tableoid::regclass::text from '[0-9]+$')", "agency = 'rewrite-1' and waiting limit 1"));
        String there = "r.tableoid = 'response_waiting_" + leaf + "'::regclass";
        var before = text(LYING, there);
        var others = text(LYING, "waiting and not " + there);
        lastDone(30);
        job(new StumblingStore(database, leaf)).reshuffle();
        assertThat(text(LYING, there)).isEqualTo(before);
        assertThat(text(LYING, "waiting and not " + there)).isNotEqualTo(others);
        assertThat(sinceRewritten()).isBetween(30 * HOUR, 31 * HOUR);
    }

    @Test
    void a_gauge_says_how_long_ago_everything_was_written_anew_and_nothing_of_any_unit() {
        lastDone(30);
        job(store).reshuffle();
        assertThat(sinceRewritten()).isBetween(0.0, 60.0);
        assertThat(meters.get("prongsai.release.rewritten").gauge().getId().getTags())
                .isEmpty();
    }

    @Test
    void a_process_that_was_started_since_knows_of_a_night_that_was_missed() {
        lastDone(40);
        job(store);
        assertThat(sinceRewritten()).isBetween(40 * HOUR, 41 * HOUR);
    }

    private void lastDone(int hoursAgo) {
        execute("update night set done = now() - interval '" + hoursAgo + " hours'");
    }

    private ReleaseJob job(ReleaseStore over) {
        var night = new NightJob(database.sql(), "prongsai.release.rewritten", Clock.systemUTC(), meters);
        night.look();
        return new ReleaseJob(writer(over), night, meters);
    }

    /** Stumbles over one leaf and walks on. */
    private static final class StumblingStore extends ReleaseStore {

        private final int stumbles;

        StumblingStore(PostgresClient database, int stumbles) {
            super(database);
            this.stumbles = stumbles;
        }

        @Override
        Mono<Void> rewrite(int leaf) {
            return leaf == stumbles ? Mono.error(new IllegalStateException("stumbled")) : super.rewrite(leaf);
        }
    }

    private List<String> files() {
        return Objects.requireNonNull(database.sql()
                .sql("select pg_relation_filepath(oid) from pg_class where relname ~ '^response_waiting_[0-9]+$'")
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .all()
                .collectList()
                .block());
    }

    private ReleaseWriter writer(ReleaseStore over) {
        var outbox = world.context().getBean("responsesOutbox", OutboxWriter.class);
        var small = new PoolSettings(Duration.ofSeconds(1), EACH);
        return new ReleaseWriter(database, outbox, over, small, Clock.systemUTC());
    }

    private double sinceRewritten() {
        return meters.get("prongsai.release.rewritten").gauge().value();
    }

    private String text(String of, String where) {
        return world.one(
                "responses",
                String.class,
                "select " + of + " from response r join pool using (pool) where round = 'rewrite' and " + where);
    }

    private void execute(String statement) {
        database.sql().sql(statement).then().block();
    }
}
