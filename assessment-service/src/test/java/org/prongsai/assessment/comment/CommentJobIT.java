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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.proof.DatabaseFiles;

/** What a night leaves of comments: no order in which they came, and no text whose time is over. */
class CommentJobIT {

    private final AssessmentWorld world = AssessmentWorld.get();

    @Test
    void after_the_night_no_row_lies_or_is_numbered_as_it_came() {
        var book = Guestbook.of("book-night-order");
        var came = new ArrayList<String>();
        for (int i = 0; i < 20; i++) {
            came.add(book.written("comment " + i));
        }
        assertThat(lying("arrival")).as("in the evening").isEqualTo(came);
        book.rewrite();
        assertThat(lying("arrival")).isEmpty();
        assertThat(lying("comment")).containsExactlyInAnyOrderElementsOf(came).isNotEqualTo(came);
        assertThat(lying("comment"))
                .as("ids that nobody made at random")
                .isNotEqualTo(came.stream().sorted().toList());
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
        book.write(id, "considered-words-2");
        book.rewrite();
        assertThat(found("considered-words-1", "considered-words-2")).containsExactly("considered-words-2");
    }

    @Test
    void texts_are_gone_from_every_file_ninety_days_after_the_end_and_themes_stay() {
        var book = Guestbook.of("book-night-over");
        var other = Guestbook.of("book-night-open");
        other.written("words-of-others");
        var kept = IntStream.range(0, 5)
                .mapToObj(i -> book.written("kept-words-" + i))
                .toList();
        var aside = book.written("aside-words-1");
        book.written("waiting-words-1");
        book.rewrite();
        kept.forEach(id -> book.keep(id, "time", "slow"));
        book.review(aside, "\"1\"", Map.of("verdict", "set-aside"));
        var words =
                new String[] {"kept-words-0", "kept-words-4", "aside-words-1", "waiting-words-1", "words-of-others"};

        book.over(Duration.ofDays(90).toSeconds() - 600);
        book.rewrite();
        assertThat(found(words)).hasSize(5);

        late("book-night-over", "late-words-1");
        book.over(Duration.ofDays(90).toSeconds() + 1);
        book.rewrite();
        assertThat(found(words)).containsExactly("words-of-others");
        assertThat(found("late-words-1")).isEmpty();
        assertThat(book.rows("true")).isEqualTo(5);
        assertThat(book.list("?state=kept").json().at("/items/0/text").isNull()).isTrue();
        assertThat(book.themes(book.assessor()).body()).contains("\"theme\":\"time\",\"kept\":5");
        assertThat(deletions("book-night-over")).containsExactly("8 texts");
        book.rewrite();
        assertThat(deletions("book-night-over")).hasSize(1);
        assertThat(deletions("book-night-open")).isEmpty();
    }

    @Test
    void a_text_that_no_night_has_listed_is_deleted_too_once_its_time_is_over() {
        var book = Guestbook.of("book-night-missed");
        late("book-night-missed", "missed-words-1");
        book.over(Duration.ofDays(90).toSeconds() + 1);
        assertThat(found("missed-words-1")).hasSize(1);
        book.rewrite();
        assertThat(found("missed-words-1")).isEmpty();
        assertThat(deletions("book-night-missed")).containsExactly("1 texts");
    }

    /** One that came in, though the window is over by now. */
    private void late(String agency, String text) {
        world.database("assessment")
                .sql()
                .sql("insert into arrival (round, agency, comment, language, text)"
                        + " values ('round-%1$s', '%1$s', gen_random_uuid(), 'en', '%2$s')".formatted(agency, text))
                .then()
                .block();
    }

    @Test
    void the_service_cannot_empty_or_move_what_was_written() {
        for (var statement : List.of(
                "truncate comment",
                "insert into comment (round, agency, comment, language, text) values ('r', 'a', gen_random_uuid(), 'en', 'x')",
                "update comment set agency = 'x'",
                "update comment set language = 'x'",
                "update comment set comment = gen_random_uuid()",
                "drop table comment",
                "truncate arrival",
                "update arrival set agency = 'x'",
                "update arrival set comment = gen_random_uuid()",
                "drop table arrival")) {
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
            book.keep(book.listed("sampled-words"), "time", "sampled-essence");
            book.written("sampled-words");
        }
        try (var owner = world.owner("assessment");
                var sql = owner.createStatement()) {
            sql.execute("analyze comment, arrival");
            var samples = sql.executeQuery("select string_agg(attname, ' ' order by attname) from pg_stats"
                    + " where tablename in ('comment', 'arrival') and attname in ('comment', 'text', 'essence')");
            samples.next();
            assertThat(samples.getString(1)).isNull();
        }
    }

    private List<String> lying(String table) {
        return texts("select comment::text from " + table + " where agency = 'book-night-order' order by ctid");
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
