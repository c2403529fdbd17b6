package org.prongsai.assessment.challenge;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Objects;
import org.prongsai.messaging.PostgresClient;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Solved puzzles, each of which one token can answer with, however often it sends its answer again. */
@Component
class SpentStore {

    private final PostgresClient database;

    SpentStore(@Qualifier("assessment") PostgresClient database) {
        this.database = database;
    }

    /** Whether this bearer was the first with it: of many at once, in whatever instances, one is. */
    Mono<Boolean> spend(Proof proof, byte[] bearer) {
        return database.sql()
                .sql("insert into spent_puzzle (challenge, bearer, until) values (:challenge, :bearer, :until)"
                        + " on conflict do nothing")
                .bind("challenge", challenge(proof))
                .bind("bearer", ByteBuffer.wrap(bearer))
                .bind("until", hourAfter(proof.expires()))
                .fetch()
                .rowsUpdated()
                .flatMap(rows -> rows == 1 ? Mono.just(true) : isBearer(proof, bearer));
    }

    /** Whoever lost the race reads here what the winner has committed. */
    private Mono<Boolean> isBearer(Proof proof, byte[] bearer) {
        return database.sql()
                .sql("select bearer = :bearer as same from spent_puzzle where challenge = :challenge")
                .bind("challenge", challenge(proof))
                .bind("bearer", ByteBuffer.wrap(bearer))
                .map(row -> Objects.requireNonNull(row.get("same", Boolean.class)))
                .one()
                .defaultIfEmpty(false);
    }

    /** Forgets those that are over; how many it were. */
    Mono<Long> purge(Instant now) {
        return database.sql()
                .sql("delete from spent_puzzle where until < :now")
                .bind("now", now)
                .fetch()
                .rowsUpdated();
    }

    private static ByteBuffer challenge(Proof proof) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(proof.challenge()));
    }

    /** The hour is enough to forget it by. */
    private static Instant hourAfter(Instant instant) {
        return instant.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
    }
}
