package org.prongsai.assessment.comment;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.Answer;
import org.prongsai.assessment.AssessmentWorld;
import org.slf4j.LoggerFactory;

/** How comments come in: once each, as they were typed, and with nothing beside them. */
class CommentIT {

    private final AssessmentWorld world = AssessmentWorld.get();

    @Test
    void emoji_and_every_script_come_back_as_they_were_typed() {
        var book = Guestbook.of("book-scripts");
        var typed =
                "👩‍👩‍👧‍👦 🇹🇭 ขอบคุณ ကျေးဇူး ขอบใจ شكرا ຂອບໃຈ 谢谢 អរគុណ\n\t<script>alert(\"x\")</script> '; drop table comment; --";
        var id = UUID.randomUUID().toString();
        var answer = book.write(id, typed);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("{\"id\":\"" + id + "\"}");
        assertThat(answer.header("X-Request-Id")).isEmpty();
        book.rewrite();
        var shown = book.list("").json().at("/items/0");
        assertThat(shown.path("text").asString()).isEqualTo(typed);
        assertThat(shown.path("comment").asString()).isEqualTo(id);
        assertThat(shown.path("language").asString()).isEqualTo("en");
        assertThat(shown.path("state").asString()).isEqualTo("waiting");
    }

    @Test
    void sent_again_while_it_waits_for_the_night_it_is_stored_once_and_another_text_takes_its_place() {
        var book = Guestbook.of("book-again");
        var id = book.written("the queue is long");
        assertThat(book.write(id, "the queue is long").status()).isEqualTo(200);
        assertThat(book.write(id, "the queue was long").status()).isEqualTo(200);
        assertThat(book.arrived("text = 'the queue was long'")).isOne();
        assertThat(book.arrived("true")).isOne();
        assertThat(book.rows("true")).isZero();
    }

    @Test
    void what_was_reviewed_is_not_replaced_and_is_still_there_for_who_sends_it_again() {
        var book = Guestbook.of("book-reviewed");
        var id = book.listed("the queue is long");
        assertThat(book.keep(id, "time", "waiting takes long").status()).isEqualTo(200);
        assertThat(book.write(id, "the queue is long").status()).isEqualTo(200);
        var other = book.write(id, "the queue is short");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.problem()).isEqualTo("conflict");
        assertThat(other.faults()).containsExactly("/id reviewed");
        assertThat(book.arrived("true")).isZero();
    }

    @Test
    void of_many_at_once_one_is_the_first() throws Exception {
        var book = Guestbook.of("book-at-once");
        var id = UUID.randomUUID().toString();
        var sent = new ArrayList<CompletableFuture<Answer>>();
        for (int i = 0; i < 8; i++) {
            sent.add(CompletableFuture.supplyAsync(() -> book.write(id, "once"), Thread::startVirtualThread));
        }
        var statuses = new ArrayList<Integer>();
        for (var answer : sent) {
            statuses.add(answer.get().status());
        }
        assertThat(statuses)
                .containsOnly(200, 201)
                .filteredOn(status -> status == 201)
                .hasSize(1);
        assertThat(book.arrived("true")).isOne();
    }

    @Test
    void every_fault_is_named_and_none_quotes_what_was_written() {
        var book = Guestbook.of("book-faulty");
        var refused = book.send(Map.of("instrument", "iit", "language", "xx", "text", "😀x".repeat(1001), "id", "1"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("invalid-comment");
        assertThat(refused.faults())
                .containsExactly(
                        "/instrument no-free-text", "/language unknown-language", "/text too-long", "/id wrong-value");
        assertThat(refused.body()).doesNotContain("😀");
        assertThat(book.write(UUID.randomUUID().toString(), "a\u0007b").faults())
                .containsExactly("/text wrong-value");
        assertThat(book.post("{\"name\":\"Somchai\"}").status()).isEqualTo(400);
        assertThat(book.post("").status()).isEqualTo(400);
        assertThat(book.arrived("true")).isZero();
    }

    @Test
    void a_body_has_at_most_sixteen_kilobytes() {
        var book = Guestbook.of("book-large");
        assertThat(book.write(UUID.randomUUID().toString(), "x".repeat(17 << 10))
                        .problem())
                .isEqualTo("too-large");
        assertThat(book.write(UUID.randomUUID().toString(), "😀".repeat(2000)).status())
                .isEqualTo(201);
        var spelled = world.send(
                "POST",
                book.path().replace("comments", "%63omments"),
                "x".repeat(17 << 10),
                "Content-Type",
                "application/json");
        assertThat(spelled.status()).isEqualTo(413);
    }

    @Test
    void outside_the_window_nothing_is_taken_but_what_was_taken_before() {
        var book = Guestbook.of("book-comments-closed");
        var id = book.written("in time");
        book.over(1);
        AssessmentWorld.eventually(
                "the end is known",
                () -> book.write(UUID.randomUUID().toString(), "too late").status() == 422);
        var late = book.write(UUID.randomUUID().toString(), "too late");
        assertThat(late.problem()).isEqualTo("window-closed");
        assertThat(book.write(id, "changed").problem()).isEqualTo("window-closed");
        assertThat(book.write(id, "in time").status()).isEqualTo(200);
        assertThat(book.arrived("text <> 'in time'")).isZero();
    }

    @Test
    void a_unit_that_is_not_asked_is_not_written_about() {
        var book = Guestbook.of("book-comments-unknown");
        var body = "{\"instrument\":\"eit\"}";
        for (var path : new String[] {
            book.path().replace("agencies/book-comments-unknown", "agencies/immigration-bureau"),
            book.path().replace("agencies/book-comments-unknown", "agencies/nowhere"),
            book.path().replace("rounds/round-book-comments-unknown", "rounds/nowhere")
        }) {
            assertThat(world.send("POST", path, body, "Content-Type", "application/json")
                            .status())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void who_floods_a_unit_with_more_than_anybody_reads_is_told_to_come_again() {
        var book = Guestbook.of("book-flooded-words");
        var id = book.listed("before the flood");
        flood(5_000);
        book.rewrite();
        flood(4_998);
        book.write(id, "as it rises");
        book.written("one more");
        var busy = book.write(UUID.randomUUID().toString(), "one more");
        assertThat(busy.status()).isEqualTo(503);
        assertThat(busy.problem()).isEqualTo("busy");
        assertThat(busy.header("Retry-After")).isEqualTo("3600");
        assertThat(book.write(id, "in the flood").status()).isEqualTo(200);
        book.rewrite();
        book.review(id, "\"2\"", Map.of("verdict", "set-aside"));
        book.written("one more");
    }

    private void flood(int comments) {
        world.database("assessment")
                .sql()
                .sql("""
                        insert into arrival (round, agency, comment, language, text)
                        select 'round-book-flooded-words', 'book-flooded-words', gen_random_uuid(), 'en', 'flood'
                        from generate_series(1, :comments)
                        """)
                .bind("comments", comments)
                .then()
                .block();
    }

    @Test
    void nothing_else_is_known_of_a_comment_and_nothing_tells_when_it_came() {
        assertThat(columns("comment"))
                .isEqualTo("round text, agency text, comment uuid, language text, text text, state text, theme text,"
                        + " essence text, version integer");
        assertThat(columns("arrival")).isEqualTo("round text, agency text, comment uuid, language text, text text");
    }

    private String columns(String table) {
        return world.one("assessment", String.class, """
                        select string_agg(column_name || ' ' || data_type, ', ' order by ordinal_position)
                        from information_schema.columns where table_name = '%s'
                        """.formatted(table));
    }

    @Test
    void no_log_line_audit_row_event_or_kept_answer_knows_of_one() {
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        var root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        root.addAppender(lines);
        var book = Guestbook.of("book-unnoted");
        long audits = count("audit");
        long told = count("outbox");
        var id = UUID.randomUUID().toString();
        world.write(
                world.admin(),
                "POST",
                book.path(),
                "application/json",
                "{\"instrument\":\"eit\",\"language\":\"en\",\"text\":\"unheard-of\",\"id\":\"" + id + "\"}",
                "Idempotency-Key",
                "comment-1");
        book.write(id, "unheard-of");
        book.write(UUID.randomUUID().toString(), "unheard-of\u0007");
        book.rewrite();
        root.detachAppender(lines);
        assertThat(book.rows("true")).isOne();
        assertThat(count("audit")).isEqualTo(audits);
        assertThat(count("outbox")).isEqualTo(told);
        assertThat(lines.list.stream().map(ILoggingEvent::getFormattedMessage))
                .noneMatch(text -> text.contains("unheard-of") || text.contains(id));
        assertThat(world.one(
                        "assessment",
                        Long.class,
                        "select count(*) from idempotency i where i::text like '%comment-1%'"))
                .isZero();
    }

    private long count(String table) {
        return world.one(
                "assessment", Long.class, "select count(*) from " + table + " t where t::text like '%book-unnoted%'");
    }
}
