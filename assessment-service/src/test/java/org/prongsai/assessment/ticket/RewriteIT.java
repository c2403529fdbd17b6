package org.prongsai.assessment.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.messaging.PostgresClient;
import reactor.core.publisher.Mono;

/** Somebody who looks after the machine sees whether the invitations were written anew. */
class RewriteIT {

    private final PostgresClient tickets = AssessmentWorld.get().database("tickets");
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void a_gauge_says_how_long_ago_all_of_them_were() {
        var job = new RewriteJob(tickets, new InvitationStore(tickets), Clock.systemUTC(), meters);
        assertThat(sinceRewritten()).isNaN();
        job.rewrite();
        assertThat(sinceRewritten()).isBetween(0.0, 60.0);
    }

    @Test
    void a_leaf_that_fails_is_not_passed_over_in_silence() {
        new RewriteJob(tickets, new StumblingStore(tickets), Clock.systemUTC(), meters).rewrite();
        assertThat(sinceRewritten()).isNaN();
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
