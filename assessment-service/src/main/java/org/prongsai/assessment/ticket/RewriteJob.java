package org.prongsai.assessment.ticket;

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

    RewriteJob(@Qualifier("tickets") PostgresClient tickets, InvitationStore invitations) {
        this.tickets = tickets;
        this.invitations = invitations;
    }

    @Scheduled(cron = "0 40 2 * * *", zone = "Asia/Bangkok")
    void rewrite() {
        Flux.range(0, InvitationStore.LEAVES)
                .concatMap(leaf -> tickets.inTransaction(invitations.rewrite(leaf))
                        .onErrorResume(RuntimeException.class, e -> {
                            LOG.warn(
                                    "Some invitations lie until the next night as they were redeemed: {}",
                                    e.toString());
                            return Mono.empty();
                        }))
                .blockLast();
    }
}
