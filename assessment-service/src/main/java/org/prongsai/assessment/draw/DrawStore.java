package org.prongsai.assessment.draw;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.prongsai.assessment.letter.LetterWriter;
import org.prongsai.messaging.PostgresClient;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The draws of a unit: how many invitations were given out when, how and by whom, never to whom. */
@Component
class DrawStore {

    /** One draw at a time for each unit; the number is arbitrary and shared by all. */
    private static final int LOCK = 5_601_004;

    private final PostgresClient database;
    private final DatabaseClient sql;
    private final LetterWriter letters;

    DrawStore(@Qualifier("tickets") PostgresClient database, LetterWriter letters) {
        this.database = database;
        this.sql = database.sql();
        this.letters = letters;
    }

    /**
     * A draw as it is now.
     *
     * @param drawnBy {@code unit}, {@code above} or {@code authority}
     * @param day that of Bangkok
     * @param voided of its invitations, those that were withdrawn unused
     * @param waiting of its letters, those that no mail server has taken yet
     * @param undelivered of its letters, those that were given up; their codes are among the voided unless somebody
     *     redeemed one all the same
     */
    record Drawn(
            long draw,
            String instrument,
            String channel,
            String drawnBy,
            int count,
            LocalDate day,
            int voided,
            int waiting,
            int undelivered) {}

    /** Waits until nobody else draws for this unit, until the caller's transaction ends. */
    Mono<Void> lock(String round, String agency) {
        return sql.sql("select pg_advisory_xact_lock(" + LOCK + ", hashtext(:round || '/' || :agency))")
                .bind("round", round)
                .bind("agency", agency)
                .then();
    }

    /** Of all draws for this unit, whatever the instrument. */
    Mono<LastDraw> last(String round, String agency) {
        return sql.sql("""
                        select coalesce(max(d.draw), 0) as last, count(d.draw) as draws
                        from issuing_key k join draw d using (key) where k.round = :round and k.agency = :agency
                        """)
                .bind("round", round)
                .bind("agency", agency)
                .map(row -> new LastDraw(
                        Objects.requireNonNull(row.get("last", Long.class)),
                        Objects.requireNonNull(row.get("draws", Long.class))))
                .one();
    }

    /** Those of these hashes that this key has invited already. */
    Mono<List<String>> known(long key, Collection<String> hashes) {
        return sql.sql("""
                        select encode(code_hash, 'hex') from invitation
                        join unnest(:hashes) as sent(hex) on code_hash = decode(hex, 'hex') where key = :key
                        """)
                .bind("key", key)
                .bind("hashes", hashes.toArray(String[]::new))
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .all()
                .collectList();
    }

    /** The number of the draw; its invitations lie in the order of their hashes, which says nothing of that of the slips. */
    Mono<Long> insert(long key, Draw draw, DrawnBy drawnBy, Collection<String> hashes, LocalDate day) {
        return sql.sql("""
                        with drawn as (
                            insert into draw (key, channel, drawn_by, count, day)
                            values (:key, :channel, :drawnBy, :count, :day) returning draw
                        ), invited as (
                            insert into invitation (key, code_hash, draw)
                            select :key, decode(hex, 'hex'), draw from unnest(:hashes) as sent(hex), drawn order by hex
                        )
                        select draw from drawn
                        """)
                .bind("key", key)
                .bind("channel", draw.channel().code())
                .bind("drawnBy", drawnBy.code())
                .bind("count", hashes.size())
                .bind("day", day)
                .bind("hashes", hashes.toArray(String[]::new))
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one();
    }

    /** In the order in which they were drawn. */
    Flux<Drawn> of(String round, String agency) {
        return sql.sql("""
                        select d.*, k.instrument,
                            (select count(*)::int from invitation i
                             where i.key = d.key and i.draw = d.draw and i.voided) as voided,
                            (select count(*)::int from letter l where l.draw = d.draw) as waiting
                        from draw d join issuing_key k using (key)
                        where k.round = :round and k.agency = :agency order by d.draw
                        """)
                .bind("round", round)
                .bind("agency", agency)
                .map(DrawStore::drawn)
                .all();
    }

    /** Withdraws what nobody has redeemed of a draw of this unit, and its letters that wait; how many codes those were. */
    Mono<Long> withdraw(String round, String agency, long draw) {
        var withdrawn = sql.sql("""
                        with taken as materialized (
                            select i.key, i.code_hash from issuing_key k join invitation i using (key)
                            where k.round = :round and k.agency = :agency and i.draw = :draw
                                and i.blinded_hash is null and not i.voided
                            order by i.key, i.code_hash for update of i
                        )
                        update invitation i set voided = true from taken t
                        where i.key = t.key and i.code_hash = t.code_hash and i.blinded_hash is null
                        """)
                .bind("round", round)
                .bind("agency", agency)
                .bind("draw", draw)
                .fetch()
                .rowsUpdated();
        return database.inTransaction(
                withdrawn.flatMap(count -> letters.withdraw(draw).thenReturn(count)));
    }

    private static Drawn drawn(Readable row) {
        return new Drawn(
                Objects.requireNonNull(row.get("draw", Long.class)),
                Objects.requireNonNull(row.get("instrument", String.class)),
                Objects.requireNonNull(row.get("channel", String.class)),
                Objects.requireNonNull(row.get("drawn_by", String.class)),
                Objects.requireNonNull(row.get("count", Integer.class)),
                Objects.requireNonNull(row.get("day", LocalDate.class)),
                Objects.requireNonNull(row.get("voided", Integer.class)),
                Objects.requireNonNull(row.get("waiting", Integer.class)),
                Objects.requireNonNull(row.get("undelivered", Integer.class)));
    }
}
