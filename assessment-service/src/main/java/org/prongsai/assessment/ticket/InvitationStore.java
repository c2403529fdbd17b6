package org.prongsai.assessment.ticket;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.population.InvitedReader;
import org.prongsai.messaging.PostgresClient;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Invitations and what became of them: the number signed for each is remembered as a hash, and never a date. */
@Component
public class InvitationStore implements InvitedReader {

    /** In so many files the invitations lie, each written anew by itself. */
    static final int LEAVES = 16;

    /**
     * An invitation as it is.
     *
     * @param blindedHash of what was signed for it, in hex; null while it is not redeemed
     */
    record Invitation(long key, @Nullable String blindedHash, boolean voided) {}

    /** Where an invitation is of use. */
    record Place(String round, String agency, String instrument) {}

    /** An invitation of another unit or round than that in which it was looked for. */
    record Elsewhere(Place place, boolean voided) {}

    // Codes are taken in one order, whoever takes them: two would else wait for each other. As they are taken before
    // they are looked at, what is found is what is true. What is redeemed together is written in random order.
    static final String CLAIM = """
            with sent as (
                select n, key, decode(code, 'hex') as code_hash, decode(blinded, 'hex') as blinded_hash, open
                from unnest(:numbers, :keys, :codes, :blinded, :open) as s(n, key, code, blinded, open)
            ), found as (
                select s.n, s.key, s.code_hash, s.blinded_hash, s.open, i.blinded_hash as signed, i.voided
                from sent s join invitation i using (key, code_hash)
                order by s.key, s.code_hash for update of i
            ), put as (
                update invitation i set blinded_hash = f.blinded_hash from (
                    select * from found where open and not voided and signed is null order by gen_random_uuid()) f
                where i.key = f.key and i.code_hash = f.code_hash and not i.voided and i.blinded_hash is null
                returning i.key, i.code_hash
            )
            select f.n, f.key, encode(f.signed, 'hex') as blinded, f.voided, p.key is not null as redeemed
            from found f left join put p on p.key = f.key and p.code_hash = f.code_hash
            """;

    static final String FIND = """
            select key, encode(blinded_hash, 'hex') as blinded, voided from invitation
            where key = any(:keys) and code_hash = decode(:hash, 'hex')
            """;

    // Whether it was redeemed is not read: nobody is to learn that here.
    static final String ELSEWHERE = """
            with found as materialized (
                select key, voided from invitation where code_hash = decode(:hash, 'hex')
            )
            select round, agency, instrument, voided from found join issuing_key using (key)
            where (round, agency) <> (:round, :agency) limit 1
            """;

    private final DatabaseClient sql;

    InvitationStore(@Qualifier("tickets") PostgresClient database) {
        this.sql = database.sql();
    }

    @Override
    public Mono<Map<String, Integer>> invited(String round, String agency) {
        return sql.sql("""
                        select instrument, (count(*) filter (where not voided))::int as out
                        from invitation join issuing_key using (key)
                        where round = :round and agency = :agency group by instrument
                        """)
                .bind("round", round)
                .bind("agency", agency)
                .map(row -> Map.entry(
                        Objects.requireNonNull(row.get("instrument", String.class)),
                        Objects.requireNonNull(row.get("out", Integer.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /**
     * Redeems invitations that nobody redeemed before, where a key is open: of many who come with one at once, one is first.
     *
     * @param batch each code once
     * @return in the order of the batch; empty for one that there is not
     */
    Mono<List<Optional<Claimed>>> claim(List<Claim> batch) {
        var lines = IntStream.range(0, batch.size())
                .boxed()
                .flatMap(n -> batch.get(n).keys().stream().map(key -> new Line(n, key, batch.get(n))))
                .toList();
        return sql.sql(CLAIM)
                .bind("numbers", lines.stream().map(Line::n).toArray(Integer[]::new))
                .bind("keys", lines.stream().map(Line::key).toArray(Long[]::new))
                .bind(
                        "codes",
                        lines.stream().map(line -> line.claim().codeHash()).toArray(String[]::new))
                .bind(
                        "blinded",
                        lines.stream().map(line -> line.claim().blindedHash()).toArray(String[]::new))
                .bind("open", lines.stream().map(Line::open).toArray(Boolean[]::new))
                .map(row -> Map.entry(
                        Objects.requireNonNull(row.get("n", Integer.class)),
                        new Claimed(invitation(row), Boolean.TRUE.equals(row.get("redeemed", Boolean.class)))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(claimed -> IntStream.range(0, batch.size())
                        .mapToObj(n -> Optional.ofNullable(claimed.get(n)))
                        .toList());
    }

    private record Line(int n, long key, Claim claim) {

        boolean open() {
            return claim.open().contains(key);
        }
    }

    /** The invitation of this hash under one of these keys. */
    Mono<Invitation> find(List<Long> keys, String hash) {
        return sql.sql(FIND)
                .bind("keys", keys.toArray(Long[]::new))
                .bind("hash", hash)
                .map(InvitationStore::invitation)
                .one();
    }

    /** The invitation of this hash that is none of this unit in this round. */
    Mono<Elsewhere> elsewhere(String round, String agency, String hash) {
        return sql.sql(ELSEWHERE)
                .bind("hash", hash)
                .bind("round", round)
                .bind("agency", agency)
                .map(row -> new Elsewhere(
                        new Place(text(row, "round"), text(row, "agency"), text(row, "instrument")), voided(row)))
                .one();
    }

    /** Withdraws those of these codes of a draw that nobody has redeemed; which those are, also if they were withdrawn before. */
    public Mono<Set<String>> withdraw(long draw, Collection<String> hashes) {
        return sql.sql("""
                        with taken as materialized (
                            select i.key, i.code_hash, hex from unnest(:hashes) as sent(hex), draw d, invitation i
                            where d.draw = :draw and i.key = d.key and i.code_hash = decode(hex, 'hex')
                                and i.draw = d.draw and i.blinded_hash is null
                            order by i.key, i.code_hash for update of i
                        )
                        update invitation i set voided = true from taken t
                        where i.key = t.key and i.code_hash = t.code_hash and i.blinded_hash is null
                        returning hex
                        """)
                .bind("draw", draw)
                .bind("hashes", hashes.toArray(String[]::new))
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .all()
                .collect(Collectors.toSet());
    }

    /**
     * In a caller's transaction, writes one leaf of the invitations anew in random order: where one lies no longer says when
     * it was redeemed.
     */
    Mono<Void> rewrite(int leaf) {
        // A leaf that needs longer than a statement may would lie as it was redeemed night after night.
        return PostgresClient.patience(sql)
                .then(sql.sql("select rewrite_invitations(:leaf)")
                        .bind("leaf", leaf)
                        .then());
    }

    private static Invitation invitation(Readable row) {
        return new Invitation(
                Objects.requireNonNull(row.get("key", Long.class)), row.get("blinded", String.class), voided(row));
    }

    private static boolean voided(Readable row) {
        return Boolean.TRUE.equals(row.get("voided", Boolean.class));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }
}
