package org.prongsai.assessment.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.night.NightJob;
import org.prongsai.messaging.PostgresClient;
import reactor.core.publisher.Mono;

/** Somebody who looks after the machine sees whether the invitations were written anew. */
class RewriteIT {

    private final PostgresClient tickets = AssessmentWorld.get().database("tickets");
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void a_gauge_says_how_long_ago_all_of_them_were_also_after_a_restart() {
        lastDoneLongAgo();
        job(new InvitationStore(tickets)).rewrite();
        assertThat(sinceRewritten()).isBetween(0.0, 60.0);
        meters.clear();
        job(new InvitationStore(tickets));
        assertThat(sinceRewritten()).isBetween(0.0, 60.0);
    }

    @Test
    void a_leaf_that_fails_is_not_passed_over_in_silence() {
        lastDoneLongAgo();
        job(new StumblingStore(tickets)).rewrite();
        assertThat(sinceRewritten()).isGreaterThan(26.0 * 3600);
    }

    @Test
    void who_never_did_it_is_as_late_as_the_tables_are_old() {
        assertThat(AssessmentWorld.get().one("tickets", Long.class, "select count(*) from night"))
                .isEqualTo(1);
        assertThat(AssessmentWorld.get().one("responses", Long.class, "select count(*) from night"))
                .isEqualTo(1);
    }

    private void lastDoneLongAgo() {
        tickets.sql()
                .sql("update night set done = now() - interval '30 hours'")
                .then()
                .block();
    }

    private RewriteJob job(InvitationStore invitations) {
        var night = new NightJob(tickets.sql(), "prongsai.tickets.rewritten", Clock.systemUTC(), meters);
        night.look();
        return new RewriteJob(tickets, invitations, night);
    }

    private double sinceRewritten() {
        return meters.get("prongsai.tickets.rewritten").gauge().value();
    }

    /** Stumbles over one leaf and walks on. */
    private static final class StumblingStore extends InvitationStore {

        StumblingStore(PostgresClient database) {
            super(database);
        }

        @Override
        Mono<Void> rewrite(int leaf) {
            return leaf == 3 ? Mono.error(new IllegalStateException("stumbled")) : super.rewrite(leaf);
        }
    }
}
