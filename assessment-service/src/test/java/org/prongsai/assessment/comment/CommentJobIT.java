package org.prongsai.assessment.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.proof.DatabaseFiles;

/** What a night leaves of comments: no order in which they came, and no text whose time is over. */
class CommentJobIT {

    private final AssessmentWorld world = AssessmentWorld.get();

    @Test
    void after_the_night_no_row_lies_or_is_numbered_as_it_came() {
        var book = Guestbook.of("book-night-order");
        book.rewrite();
        var came = new ArrayList<String>();
        for (int i = 0; i < 20; i++) {
            came.add(book.written("comment " + i));
        }
        assertThat(lying()).as("in the evening").isEqualTo(came);
        book.rewrite();
        assertThat(lying()).containsExactlyInAnyOrderElementsOf(came).isNotEqualTo(came);
        assertThat(world.one(
                        "assessment",
                        Long.class,
                        "select count(distinct xmin::text) from comment where agency = 'book-night-order'"))
                .isOne();
        assertThat(book.list("").json().path("items").size()).isEqualTo(20);
        assertThat(world.one("assessment", Boolean.class, "select done > now() - interval '1 minute' from night"))
                .isTrue();
    }

    @Test
    void what_was_replaced_is_in_no_file_after_the_night() {
        var book = Guestbook.of("book-night-replaced");
        var id = book.written("regretted-words-1");
        book.write(id, "considered-words-1");
        assertThat(found("regretted-words-1")).hasSize(1);
        book.rewrite();
        assertThat(found("regretted-words-1", "considered-words-1")).containsExactly("considered-words-1");
    }

    @Test
    void texts_are_gone_from_every_file_ninety_days_after_the_end_and_themes_stay() {
        var book = Guestbook.of("book-night-over");
        var other = Guestbook.of("book-night-open");
        other.written("words-of-others");
        for (int i = 0; i < 5; i++) {
            book.keep(book.written("kept-words-" + i), "time", "slow");
        }
        book.review(book.written("aside-words-1"), "\"1\"", Map.of("verdict", "set-aside"));
        book.written("waiting-words-1");
        var words =
                new String[] {"kept-words-0", "kept-words-4", "aside-words-1", "waiting-words-1", "words-of-others"};

        book.over(Duration.ofDays(90).toSeconds() - 600);
        book.rewrite();
        assertThat(found(words)).hasSize(5);

        book.over(Duration.ofDays(90).toSeconds() + 1);
        book.rewrite();
        assertThat(found(words)).containsExactly("words-of-others");
        assertThat(book.rows("true")).isEqualTo(5);
        assertThat(book.list("?state=kept").json().at("/items/0/text").isNull()).isTrue();
        assertThat(book.themes(book.assessor()).body()).contains("\"theme\":\"time\",\"kept\":5");
        assertThat(deletions("book-night-over")).containsExactly("7 texts");
        book.rewrite();
        assertThat(deletions("book-night-over")).hasSize(1);
        assertThat(deletions("book-night-open")).isEmpty();
    }

    @Test
    void the_service_cannot_empty_or_move_what_was_written() {
        for (var statement : List.of(
                "truncate comment",
                "update comment set agency = 'x'",
                "update comment set comment = gen_random_uuid()",
                "drop table comment")) {
            assertThatThrownBy(() -> world.database("assessment")
                            .sql()
                            .sql(statement)
                            .then()
                            .block())
                    .as(statement)
                    .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        }
    }

    @Test
    void the_planner_keeps_no_sample_of_what_was_written() throws Exception {
        var book = Guestbook.of("book-night-sampled");
        for (int i = 0; i < 3; i++) {
            book.keep(book.written("sampled-words"), "time", "sampled-essence");
        }
        try (var owner = world.owner("assessment");
                var sql = owner.createStatement()) {
            sql.execute("analyze comment");
            var samples = sql.executeQuery("select string_agg(attname, ' ' order by attname) from pg_stats"
                    + " where tablename = 'comment' and attname in ('comment', 'text', 'essence')");
            samples.next();
            assertThat(samples.getString(1)).isNull();
        }
    }

    private List<String> lying() {
        return texts("select comment::text from comment where agency = 'book-night-order' order by ctid");
    }

    private List<String> deletions(String agency) {
        return texts("select reason from audit where action = 'delete-comments' and agency = '" + agency + "'");
    }

    private List<String> texts(String sql) {
        return world.database("assessment")
                .sql()
                .sql(sql)
                .map(row -> String.valueOf(row.get(0, String.class)))
                .all()
                .collectList()
                .block();
    }

    /** Which of these words stand in any file of the database. */
    private static Set<String> found(String... words) {
        var wanted = new HashMap<String, byte[]>();
        for (var word : words) {
            wanted.put(word, word.getBytes(StandardCharsets.UTF_8));
        }
        var found = new HashSet<String>();
        DatabaseFiles.of("assessment").find(wanted).values().forEach(there -> found.addAll(there.keySet()));
        return found;
    }
}
