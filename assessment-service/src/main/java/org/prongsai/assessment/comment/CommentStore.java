package org.prongsai.assessment.comment;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.comment.Themes.Kept;
import org.prongsai.messaging.PostgresClient;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Comments, listed in the order of their random ids and of nothing else; and what came in since the night, which nobody is
 * shown. Whoever needs both tables begins with that one, as the night does: two would else wait for each other.
 */
@Component
class CommentStore {

    /** One writer at a time for each unit; the number is arbitrary and shared by all. */
    private static final int LOCK = 5_601_008;

    private static final UUID FIRST = new UUID(0, 0);

    private final DatabaseClient sql;

    CommentStore(@Qualifier("assessment") PostgresClient database) {
        this.sql = database.sql();
    }

    /** A unit in a round. */
    record Unit(String round, String agency) {

        String place() {
            return "rounds/" + round + "/agencies/" + agency + "/comments";
        }
    }

    /** Waits until nobody else writes about this unit, until the caller's transaction ends. */
    Mono<Void> lock(Unit unit) {
        return of(unit, "select pg_advisory_xact_lock(" + LOCK + ", hashtext(:round || '/' || :agency))")
                .then();
    }

    /** A comment that is listed. */
    Mono<Stored> find(Unit unit, UUID comment) {
        return of(
                        unit,
                        comment,
                        "select * from comment where round = :round and agency = :agency and comment = :comment")
                .map(CommentStore::stored)
                .one();
    }

    /** What was last written under this id: what came in since the night, or else what is listed. */
    Mono<Stored> latest(Unit unit, UUID comment) {
        return of(unit, comment, """
                        select language, text from arrival
                        where round = :round and agency = :agency and comment = :comment
                        """)
                .map(row -> Stored.arrived(new Comment(comment, text(row, "language"), text(row, "text"))))
                .one()
                .switchIfEmpty(Mono.defer(() -> find(unit, comment)));
    }

    /** Whether fewer than so many of a unit wait for the night or for their review. */
    Mono<Boolean> room(Unit unit, int most) {
        return of(unit, """
                        select count(*) < :most from (
                            select comment from arrival where round = :round and agency = :agency
                            union
                            select comment from comment
                            where round = :round and agency = :agency and state = 'waiting'
                            limit :most) waiting
                        """)
                .bind("most", most)
                .map(row -> Objects.requireNonNull(row.get(0, Boolean.class)))
                .one();
    }

    /** Takes in a comment until the night, in the place of what came in under its id before. */
    Mono<Void> put(Unit unit, Comment comment) {
        return of(unit, comment.id(), """
                        insert into arrival (round, agency, comment, language, text)
                        values (:round, :agency, :comment, :language, :text)
                        on conflict (round, agency, comment)
                            do update set language = excluded.language, text = excluded.text
                        """)
                .bind("language", comment.language())
                .bind("text", comment.text())
                .then();
    }

    Mono<Void> review(Unit unit, UUID comment, Review review) {
        var theme = review.theme();
        var update = of(unit, comment, """
                        update comment set state = :state, theme = :theme, essence = :essence, version = version + 1
                        where round = :round and agency = :agency and comment = :comment
                        """).bind("state", review.verdict().code());
        update = bind(update, "theme", theme == null ? null : theme.code());
        return bind(update, "essence", review.essence()).then();
    }

    /** Those after this one; from the beginning for null. */
    Flux<Stored> list(Unit unit, State state, @Nullable UUID after, int limit) {
        return of(unit, """
                        select * from comment where round = :round and agency = :agency and state = :state
                            and comment > :after
                        order by comment limit :limit
                        """)
                .bind("state", state.code())
                .bind("after", after == null ? FIRST : after)
                .bind("limit", limit)
                .map(CommentStore::stored)
                .all();
    }

    Mono<List<Kept>> kept(Unit unit) {
        return of(unit, """
                        select theme, essence from comment
                        where round = :round and agency = :agency and state = 'kept'
                        """)
                .map(row -> new Kept(Theme.of(text(row, "theme")).orElseThrow(), row.get("essence", String.class)))
                .all()
                .collectList();
    }

    /** All units about which a text is kept. */
    Flux<Unit> units() {
        return sql.sql("""
                        select round, agency from arrival
                        union
                        select round, agency from comment where text is not null
                        """)
                .map(row -> new Unit(text(row, "round"), text(row, "agency")))
                .all();
    }

    /** Deletes the texts about a unit; of what was kept, theme and essence stay. How many texts those were. */
    Mono<Long> forget(Unit unit) {
        return Flux.just(
                        "delete from arrival where round = :round and agency = :agency",
                        "delete from comment where round = :round and agency = :agency and state <> 'kept'",
                        "update comment set text = null where round = :round and agency = :agency and text is not null")
                .concatMap(statement -> rows(unit, statement))
                .reduce(0L, Long::sum);
    }

    /** In a caller's transaction, writes all comments anew in random order; nobody reads or writes any meanwhile. */
    Mono<Void> rewrite() {
        return PostgresClient.patience(sql)
                .then(sql.sql("select rewrite_comments()").then());
    }

    private Mono<Long> rows(Unit unit, String statement) {
        return of(unit, statement).fetch().rowsUpdated();
    }

    private GenericExecuteSpec of(Unit unit, UUID comment, String statement) {
        return of(unit, statement).bind("comment", comment);
    }

    private GenericExecuteSpec of(Unit unit, String statement) {
        return sql.sql(statement).bind("round", unit.round()).bind("agency", unit.agency());
    }

    private static GenericExecuteSpec bind(GenericExecuteSpec statement, String name, @Nullable String value) {
        return value == null ? statement.bindNull(name, String.class) : statement.bind(name, value);
    }

    private static Stored stored(Readable row) {
        var theme = row.get("theme", String.class);
        return new Stored(
                Objects.requireNonNull(row.get("comment", UUID.class)),
                text(row, "language"),
                row.get("text", String.class),
                State.of(text(row, "state")).orElseThrow(),
                theme == null ? null : Theme.of(theme).orElseThrow(),
                row.get("essence", String.class),
                Objects.requireNonNull(row.get("version", Integer.class)));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }
}
