package org.prongsai.assessment.ticketkey;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.r2dbc.spi.Readable;
import java.util.Objects;
import org.prongsai.blind.PublicJwk;
import org.prongsai.blind.TicketVerifier;
import org.prongsai.messaging.PostgresClient;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The public keys, for issuer and intake alike, which know nothing of each other; a key never changes and is read once. */
@Component
public class TicketKeyStore {

    private final PostgresClient database;
    private final AsyncCache<Place, Known> keys =
            Caffeine.newBuilder().maximumSize(20_000).buildAsync();

    private record Place(String round, String agency, String instrument) {}

    private record Known(TicketKey key, TicketVerifier verifier) {}

    TicketKeyStore(@Qualifier("assessment") PostgresClient database) {
        this.database = database;
    }

    /** Empty before the unit's first draw. */
    public Mono<TicketKey> find(String round, String agency, String instrument) {
        return known(round, agency, instrument).map(Known::key);
    }

    /** Empty before the unit's first draw. */
    public Mono<TicketVerifier> verifier(String round, String agency, String instrument) {
        return known(round, agency, instrument).map(Known::verifier);
    }

    private Mono<Known> known(String round, String agency, String instrument) {
        var place = new Place(round, agency, instrument);
        return Mono.fromFuture(() -> keys.get(place, (each, _) -> read(each).toFuture()), true);
    }

    private Mono<Known> read(Place place) {
        return database.sql()
                .sql("select n, e from ticket_key"
                        + " where round = :round and agency = :agency and instrument = :instrument")
                .bind("round", place.round())
                .bind("agency", place.agency())
                .bind("instrument", place.instrument())
                .map(row -> known(place, row))
                .one();
    }

    private static Known known(Place place, Readable row) {
        var jwk = new PublicJwk("RSA", text(row, "n"), text(row, "e"), "PS384");
        return new Known(
                new TicketKey(place.round(), place.agency(), place.instrument(), jwk), new TicketVerifier(jwk.key()));
    }

    /** Whether it stands now, in the transaction of a caller; what was published before stays, whatever it is. */
    public Mono<Boolean> publish(TicketKey key) {
        var put = bind("""
                insert into ticket_key (round, agency, instrument, n, e)
                values (:round, :agency, :instrument, :n, :e) on conflict do nothing
                """, key);
        // By a statement of its own: the one that waited for another's key does not see it.
        var stands = bind("""
                select n = :n and e = :e from ticket_key
                where round = :round and agency = :agency and instrument = :instrument
                """, key);
        return put.then()
                .then(stands.map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class)))
                        .one());
    }

    private GenericExecuteSpec bind(String statement, TicketKey key) {
        return database.sql()
                .sql(statement)
                .bind("round", key.round())
                .bind("agency", key.agency())
                .bind("instrument", key.instrument())
                .bind("n", key.jwk().n())
                .bind("e", key.jwk().e());
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }
}
