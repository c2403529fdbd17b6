package org.prongsai.assessment.comment;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.comment.CommentStore.Unit;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.web.Audit;
import org.prongsai.web.AuditWriter;
import org.prongsai.web.Problem;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Changes comments. Of one that comes in nothing else is written down; of a review that it was made, and never the words. */
@Component
class CommentWriter {

    private final PostgresClient database;
    private final CommentStore comments;
    private final CommentSettings settings;

    CommentWriter(@Qualifier("assessment") PostgresClient database, CommentStore comments, CommentSettings settings) {
        this.database = database;
        this.comments = comments;
        this.settings = settings;
    }

    /**
     * Takes in a comment, which is shown to nobody before the night.
     *
     * @param closed why nobody can write now
     */
    Mono<Fate> take(Unit unit, Comment comment, Optional<Problem> closed) {
        return database.inTransaction(comments.lock(unit)
                .then(Mono.defer(() -> comments.latest(unit, comment.id()).singleOptional()))
                .zipWhen(before -> before.isPresent() ? Mono.just(true) : comments.room(unit, settings.waiting()))
                .map(found -> Fate.of(comment, found.getT1(), closed, found.getT2()))
                .delayUntil(fate -> switch (fate) {
                    case Fate.First _, Fate.Replacing _ -> comments.put(unit, comment);
                    case Fate.Repeated _ -> Mono.empty();
                    case Fate.Refused(Problem problem) -> Mono.error(problem.refusal());
                }));
    }

    /** The comment as it is then; by whoever read it as it is, and not as it was before its writer changed it. */
    Mono<Stored> review(Unit unit, UUID comment, Review review, @Nullable String ifMatch, Audit audit) {
        return database.inTransaction(comments.lock(unit)
                .then(Mono.defer(() -> comments.find(unit, comment)))
                .switchIfEmpty(Mono.error(
                        () -> Problem.notFound("comment", comment.toString()).refusal()))
                .flatMap(before -> Mono.justOrEmpty(before.tag().refuse(ifMatch)))
                .flatMap(problem -> Mono.<Void>error(problem.refusal()))
                .then(Mono.defer(() -> comments.review(unit, comment, review)))
                .then(Mono.defer(() -> AuditWriter.write(database.sql(), audit.because(review.summary()))))
                .then(Mono.defer(() -> comments.find(unit, comment))));
    }

    /** Deletes the texts about a unit; how many those were. */
    Mono<Long> forget(Unit unit, Audit audit) {
        return database.inTransaction(comments.lock(unit)
                .then(Mono.defer(() -> comments.forget(unit)))
                .delayUntil(count -> AuditWriter.write(database.sql(), audit.because(count + " texts"))));
    }

    /** Writes all comments anew in random order, those that came in since the last time among them. */
    Mono<Void> rewrite() {
        return database.inTransaction(comments.rewrite());
    }
}
