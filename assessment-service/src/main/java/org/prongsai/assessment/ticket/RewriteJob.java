package org.prongsai.assessment.ticket;

import org.prongsai.assessment.night.NightJob;
import org.prongsai.messaging.PostgresClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Rewrites the invitations at night, so that by the next day nothing says in which order people came. */
@Component
class RewriteJob {

    private static final Logger LOG = LoggerFactory.getLogger(RewriteJob.class);

    private final PostgresClient tickets;
    private final InvitationStore invitations;
    private final NightJob night;

    RewriteJob(
            @Qualifier("tickets") PostgresClient tickets,
            InvitationStore invitations,
            @Qualifier("invitationsNight") NightJob night) {
        this.tickets = tickets;
        this.invitations = invitations;
        this.night = night;
    }

    // More than once a night: a service that is started anew just then would leave the day as it came.
    @Scheduled(cron = "0 40 2-4 * * *", zone = "Asia/Bangkok")
    void rewrite() {
        boolean all = Boolean.TRUE.equals(Flux.range(0, InvitationStore.LEAVES)
                .concatMap(this::rewrite)
                .reduce(true, Boolean::logicalAnd)
                .block());
        if (all) {
            night.done();
        }
    }

    private Mono<Boolean> rewrite(int leaf) {
        return tickets.inTransaction(invitations.rewrite(leaf))
                .thenReturn(true)
                .onErrorResume(RuntimeException.class, e -> {
                    LOG.warn("Some invitations lie until the next night as they were redeemed: {}", e.toString());
                    return Mono.just(false);
                });
    }
}
