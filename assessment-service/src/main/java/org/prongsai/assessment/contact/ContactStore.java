package org.prongsai.assessment.contact;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.seal.Seal;
import org.prongsai.messaging.PostgresClient;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The contacts of units, sealed; changed by one at a time, and forgotten so that no file remembers. */
@Component
class ContactStore {

    /** One change at a time, since forgetting rewrites what lies beside a unit's; the number is arbitrary and shared by all. */
    private static final String LOCK = "select pg_advisory_xact_lock(5601006)";

    private final DatabaseClient sql;
    private final Seal seal;
    private final SecureRandom random;

    ContactStore(@Qualifier("assessment") PostgresClient database, Seal seal, SecureRandom random) {
        this.sql = database.sql();
        this.seal = seal;
        this.random = random;
    }

    /** A unit that has contacts in a round. */
    record Unit(String round, String agency) {

        String place() {
            return "rounds/" + round + "/agencies/" + agency + "/contacts";
        }
    }

    /**
     * How many contacts a unit has.
     *
     * @param in all that are there
     * @param handedOut of them, those that somebody was given to call
     */
    record Counts(int in, int handedOut) {}

    /** All units that have any; a look into an index for each of them, however many contacts they have. */
    Flux<Unit> units() {
        return sql.sql("""
                        with recursive unit as (
                            (select round, agency from contact order by round, agency limit 1)
                            union all
                            select next.* from unit, lateral (
                                select c.round, c.agency from contact c
                                where (c.round, c.agency) > (unit.round, unit.agency)
                                order by c.round, c.agency limit 1) next
                        ) select * from unit
                        """)
                .map(row -> new Unit(
                        Objects.requireNonNull(row.get("round", String.class)),
                        Objects.requireNonNull(row.get("agency", String.class))))
                .all();
    }

    Mono<Counts> counts(Unit unit) {
        return of(unit, """
                        select count(*)::int as all, count(*) filter (where handed_out)::int as out
                        from contact where round = :round and agency = :agency
                        """)
                .map(row -> new Counts(
                        Objects.requireNonNull(row.get("all", Integer.class)),
                        Objects.requireNonNull(row.get("out", Integer.class))))
                .one();
    }

    /** Waits until nobody else changes any, until the caller's transaction ends. */
    Mono<Void> lock() {
        return sql.sql(LOCK).then();
    }

    /** Numbers that somebody was given to call. */
    Flux<String> handedOut(Unit unit) {
        return of(unit, "select sealed from contact where round = :round and agency = :agency and handed_out")
                .map(row -> open(unit, row.get("sealed", ByteBuffer.class)).phone())
                .all();
    }

    /** In random order, which says nothing of the order of the list. */
    Mono<Void> insert(Unit unit, List<Contact> contacts) {
        var sealed = contacts.stream()
                .map(contact -> HexFormat.of().formatHex(seal.close(contact.plain(), unit.place(), random)))
                .toArray(String[]::new);
        return of(unit, """
                        insert into contact (round, agency, sealed)
                        select :round, :agency, decode(hex, 'hex') from unnest(:sealed) as sent(hex)
                        order by gen_random_uuid()
                        """).bind("sealed", sealed).then();
    }

    /** So many at random that nobody was given before, or as many as are left; they are not given again. */
    Mono<List<Contact>> sample(Unit unit, int size) {
        return of(unit, """
                        update contact set handed_out = true
                        where round = :round and agency = :agency and contact in (
                            select contact from contact where round = :round and agency = :agency and not handed_out
                            order by gen_random_uuid() limit :size)
                        returning sealed
                        """)
                .bind("size", size)
                .map(row -> open(unit, row.get("sealed", ByteBuffer.class)))
                .all()
                .collectList();
    }

    /** Forgets a unit's contacts; how many those were. */
    Mono<Long> forget(Unit unit) {
        return forget(unit, false);
    }

    /** Forgets those of a unit's contacts that nobody was given to call. */
    Mono<Long> forgetWaiting(Unit unit) {
        return forget(unit, true);
    }

    private Mono<Long> forget(Unit unit, boolean waitingOnly) {
        return of(unit, "select forget_contacts(:round, :agency, :waitingOnly)")
                .bind("waitingOnly", waitingOnly)
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one();
    }

    private DatabaseClient.GenericExecuteSpec of(Unit unit, String statement) {
        return sql.sql(statement).bind("round", unit.round()).bind("agency", unit.agency());
    }

    private Contact open(Unit unit, @Nullable ByteBuffer sealed) {
        var bytes = new byte[Objects.requireNonNull(sealed).remaining()];
        sealed.get(bytes);
        return Contact.of(seal.open(bytes, unit.place()));
    }
}
