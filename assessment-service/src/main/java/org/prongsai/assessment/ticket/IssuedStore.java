package org.prongsai.assessment.ticket;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.prongsai.assessment.turnout.MorningWriter;
import org.prongsai.messaging.PostgresClient;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The morning's counts of invitations; a day on which nothing changed has no row of its own. */
@Component
public class IssuedStore implements MorningWriter {

    // Whoever comes second waits for the first at the day, finds it there, and writes nothing.
    private static final String TAKE = """
            with morning as (
                insert into invitation_day (day, taken) values (:day, :taken) on conflict do nothing returning day
            ), now as (
                select key, count(*) filter (where not voided)::int as issued,
                    count(*) filter (where blinded_hash is not null)::int as redeemed
                from invitation group by key
            )
            insert into invitation_count (key, day, issued, redeemed)
            select n.key, m.day, n.issued, n.redeemed from morning m cross join now n
            where (n.issued, n.redeemed) is distinct from (
                select (c.issued, c.redeemed) from invitation_count c where c.key = n.key order by c.day desc limit 1)
            """;

    private final PostgresClient database;

    IssuedStore(@Qualifier("tickets") PostgresClient database) {
        this.database = database;
    }

    @Override
    public Mono<Long> take(LocalDate day, Instant now) {
        // Every invitation of every round is counted here.
        return database.inTransaction(PostgresClient.patience(database.sql())
                .then(database.sql()
                        .sql(TAKE)
                        .bind("day", day)
                        .bind("taken", now)
                        .fetch()
                        .rowsUpdated()));
    }

    /** Of a unit, on each morning on which something had changed. */
    public Flux<Issued> days(String round, String agency) {
        return database.sql()
                .sql("""
                        select c.day, k.agency, k.instrument, c.issued, c.redeemed
                        from invitation_count c join issuing_key k using (key)
                        where k.round = :round and k.agency = :agency order by c.day
                        """)
                .bind("round", round)
                .bind("agency", agency)
                .map(IssuedStore::issued)
                .all();
    }

    /** Of all units, as on the last morning. */
    public Flux<Issued> latest(String round) {
        return database.sql()
                .sql("""
                        select c.day, k.agency, k.instrument, c.issued, c.redeemed from issuing_key k
                        cross join lateral (
                            select * from invitation_count c where c.key = k.key order by c.day desc limit 1) c
                        where k.round = :round order by k.agency, k.instrument
                        """)
                .bind("round", round)
                .map(IssuedStore::issued)
                .all();
    }

    private static Issued issued(Readable row) {
        return new Issued(
                Objects.requireNonNull(row.get("day", LocalDate.class)),
                Objects.requireNonNull(row.get("agency", String.class)),
                Objects.requireNonNull(row.get("instrument", String.class)),
                Objects.requireNonNull(row.get("issued", Integer.class)),
                Objects.requireNonNull(row.get("redeemed", Integer.class)));
    }
}
