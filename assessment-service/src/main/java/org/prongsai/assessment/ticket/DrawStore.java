package org.prongsai.assessment.ticket;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Objects;
import org.prongsai.messaging.PostgresClient;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The draws of a unit: how many invitations were given out when, how and by whom, never to whom. */
@Component
class DrawStore {

    private final DatabaseClient sql;

    DrawStore(@Qualifier("tickets") PostgresClient database) {
        this.sql = database.sql();
    }

    /**
     * A draw as it is now.
     *
     * @param drawnBy {@code unit}, {@code above} or {@code authority}
     * @param day that of Bangkok
     * @param voided of its invitations, those that were withdrawn unused
     */
    record Drawn(long draw, String instrument, String channel, String drawnBy, int count, LocalDate day, int voided) {}

    /** In the order in which they were drawn. */
    Flux<Drawn> of(String round, String agency) {
        return sql.sql("""
                        select d.*, k.instrument,
                            (select count(*)::int from invitation i
                             where i.key = d.key and i.draw = d.draw and i.voided) as voided
                        from draw d join issuing_key k using (key)
                        where k.round = :round and k.agency = :agency order by d.draw
                        """)
                .bind("round", round)
                .bind("agency", agency)
                .map(DrawStore::drawn)
                .all();
    }

    /** Withdraws what nobody has redeemed of a draw of this unit; how many those were. */
    Mono<Long> withdraw(String round, String agency, long draw) {
        return sql.sql("""
                        update invitation i set voided = true from issuing_key k
                        where k.round = :round and k.agency = :agency and i.key = k.key and i.draw = :draw
                            and i.blinded_hash is null and not i.voided
                        """)
                .bind("round", round)
                .bind("agency", agency)
                .bind("draw", draw)
                .fetch()
                .rowsUpdated();
    }

    private static Drawn drawn(Readable row) {
        return new Drawn(
                Objects.requireNonNull(row.get("draw", Long.class)),
                Objects.requireNonNull(row.get("instrument", String.class)),
                Objects.requireNonNull(row.get("channel", String.class)),
                Objects.requireNonNull(row.get("drawn_by", String.class)),
                Objects.requireNonNull(row.get("count", Integer.class)),
                Objects.requireNonNull(row.get("day", LocalDate.class)),
                Objects.requireNonNull(row.get("voided", Integer.class)));
    }
}
