package org.prongsai.assessment.comment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.AssessmentWorld;
import tools.jackson.databind.JsonNode;

/** Who reads comments, what they make of them, and what others see of it. */
class ReviewIT {

    private static final List<String> WITHIN = List.of("coordinator", "executive", "commander");

    private final AssessmentWorld world = AssessmentWorld.get();

    @Test
    void nobody_but_admins_and_assessors_reads_or_reviews_one() {
        var book = Guestbook.of("book-readers");
        var id = book.listed("the queue is long");
        var review = book.path() + "/" + id + "/review";
        assertThat(world.get(book.path()).status()).isEqualTo(401);
        assertThat(world.send("PUT", review, "{}", "Content-Type", "application/json")
                        .status())
                .isEqualTo(401);
        for (var role : List.of("coordinator", "executive", "commander", "auditor")) {
            var token = world.token(role, "book-readers");
            var refused = world.getAs(token, book.path());
            assertThat(refused.status()).as(role).isEqualTo(403);
            assertThat(refused.body()).doesNotContain("queue");
            assertThat(world.write(token, "PUT", review, "application/json", "{\"verdict\":\"set-aside\"}")
                            .status())
                    .as(role)
                    .isEqualTo(403);
        }
        for (var role : List.of("admin", "assessor")) {
            var list = world.getAs(world.token(role), book.path());
            assertThat(list.body()).as(role).contains("the queue is long");
            assertThat(list.header("Cache-Control")).isEqualTo("no-store");
        }
    }

    @Test
    void they_are_listed_by_state_in_the_order_of_their_ids_page_by_page() {
        var book = Guestbook.of("book-pages");
        var ids = new ArrayList<String>();
        for (int i = 0; i < 7; i++) {
            ids.add(book.written("comment " + i));
        }
        book.rewrite();
        var kept = ids.removeFirst();
        book.keep(kept, "online", "pages are slow");
        var seen = new ArrayList<String>();
        var page = book.list("?limit=4").json();
        seen.addAll(comments(page));
        assertThat(seen).hasSize(4);
        page = book.list("?limit=4&cursor=" + page.path("next").asString()).json();
        seen.addAll(comments(page));
        assertThat(page.path("next").isNull()).isTrue();
        assertThat(seen).isSorted().containsExactlyInAnyOrderElementsOf(ids);
        var shown = book.list("?state=kept").json().at("/items/0");
        assertThat(shown.toString())
                .isEqualTo(("{\"comment\":\"%s\",\"language\":\"en\",\"text\":\"comment 0\",\"state\":\"kept\","
                                + "\"theme\":\"online\",\"essence\":\"pages are slow\",\"etag\":\"\\\"2\\\"\"}")
                        .formatted(kept));
        assertThat(book.list("?state=set-aside").json().path("items").size()).isZero();
        assertThat(book.list("?state=lost").faults()).containsExactly("?state wrong-value");
        assertThat(book.list("?limit=0").faults()).containsExactly("?limit out-of-range");
        assertThat(book.list("?cursor=x").faults()).containsExactly("?cursor unknown-cursor");
    }

    @Test
    void a_review_is_by_who_saw_the_comment_as_it_is() {
        var book = Guestbook.of("book-seen");
        var id = book.listed("the queue is long");
        var aside = Map.of("verdict", "set-aside");
        assertThat(book.review(id, "", aside).status()).isEqualTo(428);
        book.write(id, "the queue is very long");
        book.rewrite();
        var stale = book.review(id, "\"1\"", aside);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.header("ETag")).isEqualTo("\"2\"");
        var done = book.review(id, "\"2\"", aside);
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        assertThat(done.header("ETag")).isEqualTo("\"3\"");
        assertThat(done.json().path("state").asString()).isEqualTo("set-aside");
        var again = book.review(id, "\"3\"", Map.of("verdict", "kept", "theme", "time"));
        assertThat(again.json().path("theme").asString()).isEqualTo("time");
    }

    @Test
    void a_review_is_noted_without_what_was_written() {
        var book = Guestbook.of("book-noted");
        var id = book.listed("the queue is long");
        book.keep(id, "time", "waiting takes long");
        book.review(id, "\"2\"", Map.of("verdict", "set-aside"));
        var audits = world.database("assessment")
                .sql()
                .sql("""
                        select a::text from audit a where action = 'review-comment' and agency = 'book-noted' order by id
                        """)
                .map(row -> String.valueOf(row.get(0, String.class)))
                .all()
                .collectList()
                .block();
        assertThat(audits)
                .hasSize(2)
                .noneMatch(row -> row.contains("queue") || row.contains("waiting takes"))
                .allMatch(row -> row.contains("demo-assessor") && row.contains("/comments/" + id));
        assertThat(audits.getFirst()).contains("kept time");
        assertThat(audits.getLast()).contains("set-aside");
    }

    @Test
    void every_fault_of_a_review_is_named_and_what_is_not_there_is_not_found() {
        var book = Guestbook.of("book-review-faults");
        var id = book.listed("the queue is long");
        var refused = book.review(id, "\"1\"", Map.of("verdict", "kept", "theme", "weather", "essence", ""));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("invalid-review");
        assertThat(refused.faults()).containsExactly("/theme wrong-value", "/essence empty");
        var aside = Map.of("verdict", "set-aside");
        for (var unknown : List.of(UUID.randomUUID().toString(), "1", id.toUpperCase(Locale.ROOT) + "0")) {
            var missing = book.review(unknown, "*", aside);
            assertThat(missing.status()).isEqualTo(404);
            assertThat(missing.faults()).containsExactly("/comment unknown-comment");
        }
        var other = Guestbook.of("book-review-other");
        assertThat(other.review(id, "*", aside).status()).isEqualTo(404);
        assertThat(book.rows("state = 'waiting'")).isOne();
    }

    @Test
    void themes_show_k_and_more_in_others_words_and_never_what_was_written() {
        var book = Guestbook.of("book-themes");
        for (int i = 0; i < 5; i++) {
            book.keep(book.listed("raw words " + i), "time", "slow " + (4 - i));
        }
        IntStream.range(0, 4).forEach(i -> book.keep(book.listed("raw words"), "fees", "dear"));
        book.review(book.listed("raw words"), "\"1\"", Map.of("verdict", "set-aside"));
        book.written("raw words");
        var shown = book.themes(book.assessor());
        assertThat(shown.body()).doesNotContain("raw words", "dear");
        assertThat(shown.header("Cache-Control")).isEqualTo("no-store");
        assertThat(shown.json().path("k").asInt()).isEqualTo(5);
        assertThat(theme(shown.json(), "time"))
                .isEqualTo("{\"theme\":\"time\",\"kept\":5,"
                        + "\"essences\":[\"slow 0\",\"slow 1\",\"slow 2\",\"slow 3\",\"slow 4\"]}");
        assertThat(theme(shown.json(), "fees")).isEqualTo("{\"theme\":\"fees\",\"kept\":null,\"essences\":[]}");
    }

    @Test
    void the_unit_and_those_above_it_see_themes_once_the_window_is_over_and_others_never() {
        var book = Guestbook.of("book-who-sees");
        for (var role : List.of("admin", "assessor", "auditor")) {
            assertThat(book.themes(world.token(role)).status()).as(role).isEqualTo(200);
        }
        for (var role : WITHIN) {
            var early = book.themes(world.token(role, "book-who-sees"));
            assertThat(early.status()).as(role).isEqualTo(403);
            assertThat(early.faults()).containsExactly("/window not-over");
        }
        book.over(1);
        for (var role : WITHIN) {
            AssessmentWorld.eventually(
                    role + " sees them",
                    () -> book.themes(world.token(role, "book-who-sees")).status() == 200);
            assertThat(book.themes(world.token(role, "immigration-bureau")).status())
                    .isEqualTo(200);
            assertThat(book.themes(world.token(role, "book-elsewhere")).status())
                    .isEqualTo(403);
        }
        assertThat(world.get(book.path() + "/themes").status()).isEqualTo(401);
        assertThat(world.getAs(world.token("coordinator", "book-who-sees"), book.path())
                        .status())
                .isEqualTo(403);
    }

    private static List<String> comments(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(each -> each.path("comment").asString())
                .toList();
    }

    private static String theme(JsonNode json, String theme) {
        return json.path("themes")
                .valueStream()
                .filter(each -> each.path("theme").asString().equals(theme))
                .findFirst()
                .orElseThrow()
                .toString();
    }
}
