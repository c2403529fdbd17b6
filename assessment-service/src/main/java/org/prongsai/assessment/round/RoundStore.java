package org.prongsai.assessment.round;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.Slug;
import org.prongsai.contracts.EventJson;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.messaging.PostgresClient;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The rounds, each row as a whole; {@code find} may be a second old, which only ever misses a later end. Whoever does
 * what another framework or other participants would forbid asks again with {@link #whileIs}.
 */
@Component
public class RoundStore {

    private final PostgresClient database;
    private final AsyncCache<String, Optional<Round>> recent = Caffeine.newBuilder()
            .maximumSize(1000)
            .expireAfterWrite(Duration.ofSeconds(1))
            .buildAsync();

    private final AsyncCache<String, List<Round>> all =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(1)).buildAsync();

    RoundStore(@Qualifier("assessment") PostgresClient database) {
        this.database = database;
    }

    /** The round of that slug, or empty. Many may wait for one reading: whoever leaves does not end it for the others. */
    public Mono<Round> find(String round) {
        if (!Slug.good(round)) return Mono.empty();
        return Mono.fromFuture(
                        () -> recent.get(round, (slug, _) -> read(slug, "")
                                .map(Optional::of)
                                .defaultIfEmpty(Optional.empty())
                                .toFuture()),
                        true)
                .flatMap(Mono::justOrEmpty);
    }

    /** All rounds, in slug order; at most a second old. */
    public Mono<List<Round>> all() {
        return Mono.fromFuture(
                () -> all.get("", (_, _) -> after("", null, Integer.MAX_VALUE)
                        .collectList()
                        .toFuture()),
                true);
    }

    /**
     * Does this if the round is this very version still, and keeps it so until this is done; else it does nothing, comes
     * back empty, and whoever asks next is given the round as it is.
     */
    public <T> Mono<T> whileIs(Round seen, Mono<T> work) {
        return database.inTransaction(database.sql()
                // Work in another database may take long, while this transaction must hold its lock.
                .sql("set local idle_in_transaction_session_timeout = 0")
                .then()
                .then(read(seen.round(), "for share"))
                .filter(now -> now.version() == seen.version())
                .switchIfEmpty(Mono.fromRunnable(() -> recent.synchronous().invalidate(seen.round())))
                .flatMap(_ -> work));
    }

    /** As it is now. */
    public Mono<Round> findNow(String round) {
        return read(round, "");
    }

    /** As it is now, and nobody else changes it before this transaction ends. */
    Mono<Round> lock(String round) {
        return read(round, "for update");
    }

    /** These rounds as they are now. */
    public Flux<Round> of(List<String> rounds) {
        return read(rounds, "");
    }

    /** These rounds as they are now, and nobody changes them before this transaction ends. */
    public Flux<Round> share(List<String> rounds) {
        return read(rounds, "for share");
    }

    /**
     * Rounds after a slug, in slug order.
     *
     * @param rehearsal only rehearsals, or only rounds that are none; null for all
     */
    Flux<Round> after(String slug, @Nullable Boolean rehearsal, int limit) {
        var query = database.sql().sql("""
                        select state::text, version from round
                        where round > :slug and (cast(:rehearsal as boolean) is null
                            or coalesce((state ->> 'rehearsal')::boolean, false) = cast(:rehearsal as boolean))
                        order by round limit :limit
                        """);
        return (rehearsal == null ? query.bindNull("rehearsal", Boolean.class) : query.bind("rehearsal", rehearsal))
                .bind("slug", slug)
                .bind("limit", limit)
                .map(RoundStore::round)
                .all();
    }

    /** Whether it was new; an existing slug is left as it is. */
    Mono<Boolean> insert(RoundState state) {
        return database.sql()
                .sql("insert into round (round, state) values (:round, :state::jsonb) on conflict do nothing")
                .bind("round", state.round())
                .bind("state", EventJson.MAPPER.writeValueAsString(state))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Void> update(RoundState state) {
        return database.sql()
                .sql("update round set state = :state::jsonb, version = version + 1 where round = :round")
                .bind("round", state.round())
                .bind("state", EventJson.MAPPER.writeValueAsString(state))
                .then();
    }

    private Mono<Round> read(String round, String lock) {
        return database.sql()
                .sql("select state::text, version from round where round = :round " + lock)
                .bind("round", round)
                .map(RoundStore::round)
                .one();
    }

    private Flux<Round> read(List<String> rounds, String lock) {
        return database.sql()
                .sql("select state::text, version from round where round = any(:rounds) order by round " + lock)
                .bind("rounds", rounds.toArray(String[]::new))
                .map(RoundStore::round)
                .all();
    }

    private static Round round(Readable row) {
        String state = Objects.requireNonNull(row.get(0, String.class));
        return new Round(
                EventJson.MAPPER.readValue(state, RoundState.class), Objects.requireNonNull(row.get(1, Long.class)));
    }
}
