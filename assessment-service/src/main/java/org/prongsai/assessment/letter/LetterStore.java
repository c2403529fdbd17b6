package org.prongsai.assessment.letter;

import io.r2dbc.spi.Readable;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.prongsai.assessment.letter.Letter.Enclosed;
import org.prongsai.assessment.letter.LetterText.Text;
import org.prongsai.assessment.seal.Seal;
import org.prongsai.messaging.PostgresClient;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Letters that wait for the mail server, sealed, and to whom a code was sent in a round, as keyed hashes. */
@Component
class LetterStore {

    private final DatabaseClient sql;
    private final Seal seal;
    private final SecureRandom random;

    LetterStore(@Qualifier("tickets") PostgresClient database, Seal seal, SecureRandom random) {
        this.sql = database.sql();
        this.seal = seal;
        this.random = random;
    }

    /** Which of these were sent a code in a round. */
    Mono<Set<String>> addressed(String round, String instrument, Collection<String> hashes) {
        return sql.sql("""
                        select hex from addressee join unnest(:hashes) as sent(hex) on address_hash = decode(hex, 'hex')
                        where round = :round and instrument = :instrument
                        """)
                .bind("round", round)
                .bind("instrument", instrument)
                .bind("hashes", hashes.toArray(String[]::new))
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .all()
                .collect(Collectors.toSet());
    }

    /** Writes down that these are sent a code in a round; which of them were sent none before. */
    Mono<Set<String>> address(String round, String instrument, Collection<String> hashes) {
        return sql.sql("""
                        insert into addressee (round, instrument, address_hash)
                        select :round, :instrument, decode(hex, 'hex') from unnest(:hashes) as sent(hex) order by hex
                        on conflict do nothing returning encode(address_hash, 'hex')
                        """)
                .bind("round", round)
                .bind("instrument", instrument)
                .bind("hashes", hashes.toArray(String[]::new))
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .all()
                .collect(Collectors.toSet());
    }

    /** They may be sent another one in the round of this draw. */
    Mono<Void> release(long draw, Collection<String> hashes) {
        return sql.sql("""
                        delete from addressee a using unnest(:hashes) as sent(hex), draw join issuing_key k using (key)
                        where draw.draw = :draw and a.round = k.round and a.instrument = k.instrument
                            and a.address_hash = decode(hex, 'hex')
                        """)
                .bind("draw", draw)
                .bind("hashes", hashes.toArray(String[]::new))
                .then();
    }

    /** Puts the letters of a draw on their way, in the caller's transaction. */
    Mono<Void> insert(long draw, Text text, List<Enclosed> letters, Instant now, Instant until) {
        var ids = letters.stream().map(_ -> UUID.randomUUID()).toArray(UUID[]::new);
        var sealed = new String[ids.length];
        for (int i = 0; i < ids.length; i++) {
            sealed[i] = HexFormat.of().formatHex(seal.close(letters.get(i).plain(), place(ids[i]), random));
        }
        return sql.sql("insert into wording (draw, language, subject, body)"
                        + " values (:draw, :language, :subject, :body)")
                .bind("draw", draw)
                .bind("language", text.language())
                .bind("subject", text.subject())
                .bind("body", text.body())
                .then()
                .then(sql.sql("""
                        insert into letter (letter, draw, sealed, next_attempt, until)
                        select letter, :draw, decode(hex, 'hex'), :now, :until
                        from unnest(:letters, :sealed) as sent(letter, hex) order by letter
                        """)
                        .bind("draw", draw)
                        .bind("now", now)
                        .bind("until", until)
                        .bind("letters", ids)
                        .bind("sealed", sealed)
                        .then());
    }

    /** Takes up a letter that is due; no other sender sees it until the lease ends. */
    Mono<Letter> claim(Instant now, Instant leaseEnds) {
        return sql.sql("""
                        with taken as (
                            update letter set attempts = attempts + 1, next_attempt = :leaseEnds
                            where letter = (select letter from letter where next_attempt <= :now
                                order by next_attempt, letter limit 1 for update skip locked)
                            returning *)
                        select * from taken join wording using (draw)
                        """)
                .bind("now", now)
                .bind("leaseEnds", leaseEnds)
                .map(this::letter)
                .one();
    }

    /** Whether it was still there. */
    Mono<Boolean> delete(Letter letter) {
        return sql.sql("delete from letter where letter = :letter")
                .bind("letter", letter.letter())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Void> later(Letter letter, Instant nextAttempt) {
        return sql.sql("update letter set next_attempt = :nextAttempt where letter = :letter")
                .bind("nextAttempt", nextAttempt)
                .bind("letter", letter.letter())
                .then();
    }

    /** Takes back all letters of a draw that wait; what was enclosed in them. */
    Mono<List<Enclosed>> withdraw(long draw) {
        return sql.sql("delete from letter where draw = :draw returning letter, sealed")
                .bind("draw", draw)
                .map(this::enclosed)
                .all()
                .collectList();
    }

    Mono<Void> countUndelivered(long draw) {
        return sql.sql("update draw set undelivered = undelivered + 1 where draw = :draw")
                .bind("draw", draw)
                .then();
    }

    /** Writes what waits into a new file, so that none holds a letter that was sent. */
    Mono<Void> rewrite() {
        return sql.sql("select rewrite_letters()").then();
    }

    private Letter letter(Readable row) {
        return new Letter(
                Objects.requireNonNull(row.get("letter", UUID.class)),
                Objects.requireNonNull(row.get("draw", Long.class)),
                Objects.requireNonNull(row.get("attempts", Integer.class)),
                Objects.requireNonNull(row.get("until", Instant.class)),
                enclosed(row),
                new Text(text(row, "language"), text(row, "subject"), text(row, "body")));
    }

    private Enclosed enclosed(Readable row) {
        var letter = Objects.requireNonNull(row.get("letter", UUID.class));
        var sealed = Objects.requireNonNull(row.get("sealed", ByteBuffer.class));
        var bytes = new byte[sealed.remaining()];
        sealed.get(bytes);
        return Enclosed.of(seal.open(bytes, place(letter)));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }

    private static String place(UUID letter) {
        return "letters/" + letter;
    }
}
