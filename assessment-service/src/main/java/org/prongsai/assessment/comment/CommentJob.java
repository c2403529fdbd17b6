package org.prongsai.assessment.comment;

import org.prongsai.assessment.comment.CommentStore.Unit;
import org.prongsai.assessment.night.NightJob;
import org.prongsai.web.Audit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Each night deletes the texts whose time is over, and writes what stays anew with what came in since: nothing says in which
 * order people wrote.
 */
@Component
class CommentJob {

    private static final Logger LOG = LoggerFactory.getLogger(CommentJob.class);

    private final DueReader units;
    private final CommentWriter writer;
    private final NightJob night;

    CommentJob(DueReader units, CommentWriter writer, @Qualifier("commentsNight") NightJob night) {
        this.units = units;
        this.writer = writer;
        this.night = night;
    }

    // More than once a night: a service that is started anew just then would leave the day as it came.
    @Scheduled(cron = "0 20 2-4 * * *", zone = "Asia/Bangkok")
    void rewrite() {
        boolean forgotten = done(units.due().concatMap(this::forget).then());
        // After that: what was only deleted stays readable in the file.
        if (done(writer.rewrite()) && forgotten) {
            night.done();
        }
    }

    private Mono<Long> forget(Unit unit) {
        return writer.forget(
                unit,
                Audit.byJob("comment-job", "delete-comments", unit.place()).at(unit.agency()));
    }

    private static boolean done(Mono<Void> work) {
        try {
            work.block();
            return true;
        } catch (RuntimeException e) {
            LOG.warn("Comments stay until the next night as they are: {}", e.toString());
            return false;
        }
    }
}
