package org.prongsai.assessment.comment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.Answer;
import org.prongsai.assessment.AssessmentWorld;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What comes in during a day is shown to nobody before the night, however often it is changed. */
class ArrivalIT {

    private static final Map<String, String> ASIDE = Map.of("verdict", "set-aside");

    private final AssessmentWorld world = AssessmentWorld.get();

    @Test
    void who_looks_again_and_again_sees_nothing_come_before_the_night() {
        var book = Guestbook.of("book-arrival-seen");
        var id = book.written("the queue is long");
        for (var state : State.codes()) {
            assertThat(shown(book, state)).as(state).isEmpty();
        }
        assertThat(book.review(id, "*", ASIDE).status()).isEqualTo(404);
        book.rewrite();
        assertThat(shown(book, "waiting")).containsExactly("the queue is long \"1\"");
        assertThat(book.review(id, "\"1\"", ASIDE).status()).isEqualTo(200);
    }

    @Test
    void another_text_of_a_listed_comment_is_seen_after_the_night_too() {
        var book = Guestbook.of("book-arrival-changed");
        var id = book.listed("the queue is long");
        assertThat(book.write(id, "the queue is long").status()).isEqualTo(200);
        assertThat(book.arrived("true")).as("a repeat").isZero();
        assertThat(book.write(id, "the queue was long").status()).isEqualTo(200);
        assertThat(book.write(id, "the queue was long").status()).isEqualTo(200);
        assertThat(shown(book, "waiting")).containsExactly("the queue is long \"1\"");
        book.rewrite();
        assertThat(shown(book, "waiting")).containsExactly("the queue was long \"2\"");
        assertThat(book.write(id, "the queue was long").status()).isEqualTo(200);
        book.rewrite();
        assertThat(shown(book, "waiting")).containsExactly("the queue was long \"2\"");
    }

    @Test
    void a_text_that_was_changed_before_its_review_waits_for_another_one() {
        var book = Guestbook.of("book-arrival-reviewed");
        var id = book.listed("the queue is long");
        book.write(id, "the queue was long");
        assertThat(book.keep(id, "time", "waiting takes long").status()).isEqualTo(200);
        assertThat(book.write(id, "the queue is short").status())
                .as("its writer learns nothing of the review")
                .isEqualTo(200);
        assertThat(shown(book, "kept")).containsExactly("the queue is long \"2\"");
        book.rewrite();
        assertThat(shown(book, "kept")).isEmpty();
        assertThat(shown(book, "waiting")).containsExactly("the queue is short \"3\"");
        assertThat(book.rows("theme is null and essence is null")).isOne();
    }

    @Test
    void what_was_changed_back_before_the_night_was_never_changed() {
        var book = Guestbook.of("book-arrival-back");
        var id = book.listed("the queue is long");
        book.write(id, "the queue was long");
        book.keep(id, "time", "waiting takes long");
        assertThat(book.write(id, "the queue is long").status()).isEqualTo(200);
        book.rewrite();
        assertThat(shown(book, "kept")).containsExactly("the queue is long \"2\"");
        assertThat(shown(book, "waiting")).isEmpty();
        assertThat(book.rows("essence = 'waiting takes long'")).isOne();
    }

    @Test
    void the_night_and_who_writes_meanwhile_wait_for_each_other_in_one_order() {
        var book = Guestbook.of("book-arrival-night");
        var id = book.listed("the queue is long");
        var database = world.database("assessment");
        database.sql()
                .sql("update night set done = now() - interval '30 hours'")
                .then()
                .block();
        var written = database.inTransaction(database.sql()
                        .sql("lock table comment in access share mode")
                        .then()
                        .then(Mono.fromSupplier(() -> writeAtNight(book, id)).subscribeOn(Schedulers.boundedElastic())))
                .block();
        assertThat(written.join().status()).isEqualTo(200);
        assertThat(world.one("assessment", Boolean.class, "select done > now() - interval '1 minute' from night"))
                .isTrue();
        assertThat(book.arrived("true")).isOne();
        book.rewrite();
        assertThat(shown(book, "waiting")).containsExactly("the queue was long \"2\"");
    }

    /** While the night has begun and cannot go on. */
    private CompletableFuture<Answer> writeAtNight(Guestbook book, String id) {
        var night = CompletableFuture.runAsync(book::rewrite, Thread::startVirtualThread);
        AssessmentWorld.eventually("the night waits", () -> waiting() >= 1);
        var written =
                CompletableFuture.supplyAsync(() -> book.write(id, "the queue was long"), Thread::startVirtualThread);
        AssessmentWorld.eventually("who writes waits too", () -> waiting() >= 2);
        return night.thenCombine(written, (_, answer) -> answer);
    }

    private long waiting() {
        return world.one(
                "assessment",
                Long.class,
                "select count(*) from pg_stat_activity where usename = current_user and wait_event_type = 'Lock'");
    }

    /** Text and etag of each. */
    private static List<String> shown(Guestbook book, String state) {
        return book.list("?state=" + state)
                .json()
                .path("items")
                .valueStream()
                .map(each ->
                        each.path("text").asString() + " " + each.path("etag").asString())
                .toList();
    }
}
