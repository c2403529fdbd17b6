package org.prongsai.assessment.ticket;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

    private final DatabaseClient sql;

    InvitationStore(@Qualifier("tickets") PostgresClient database) {
        this.sql = database.sql();
    }

    @Override
    public Mono<Map<String, Integer>> invited(String round, String agency) {
        return sql.sql("""
                        select instrument, count(*)::int as out from invitation join issuing_key using (key)
                        where round = :round and agency = :agency and not voided group by instrument
                        """)
                .bind("round", round)
                .bind("agency", agency)
                .map(row -> Map.entry(
                        Objects.requireNonNull(row.get("instrument", String.class)),
                        Objects.requireNonNull(row.get("out", Integer.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** The invitation of this hash under one of these keys. */
    Mono<Invitation> find(List<Long> keys, String hash) {
        return sql.sql("""
                        select key, encode(blinded_hash, 'hex') as blinded, voided from invitation
                        where key = any(:keys) and code_hash = decode(:hash, 'hex')
                        """)
                .bind("keys", keys.toArray(Long[]::new))
                .bind("hash", hash)
                .map(InvitationStore::invitation)
                .one();
    }

    /**
     * Redeems invitations: of many who come with one at once, one is first.
     *
     * @param batch each code once
     * @return in the order of the batch: true for one that is redeemed now; empty for one that was before, or is withdrawn
     */
    Mono<List<Optional<Boolean>>> redeem(List<Redeemed> batch) {
        return sql.sql("""
                        update invitation i set blinded_hash = decode(s.blinded, 'hex') from (
                            select key, decode(code, 'hex') as code_hash, blinded
                            from unnest(:keys, :codes, :blinded) as sent(key, code, blinded)
                            order by gen_random_uuid()) s
                        where i.key = s.key and i.code_hash = s.code_hash and not i.voided and i.blinded_hash is null
                        returning encode(i.code_hash, 'hex')
                        """)
                .bind("keys", batch.stream().map(Redeemed::key).toArray(Long[]::new))
                .bind("codes", batch.stream().map(Redeemed::codeHash).toArray(String[]::new))
                .bind("blinded", batch.stream().map(Redeemed::blindedHash).toArray(String[]::new))
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .all()
                .collect(Collectors.toSet())
                .map(done -> batch.stream()
                        .map(each -> done.contains(each.codeHash()) ? Optional.of(true) : Optional.<Boolean>empty())
                        .toList());
    }

    /** Whether it was redeemed for this very number, and not withdrawn. */
    Mono<Boolean> holds(Redeemed redeemed) {
        return find(List.of(redeemed.key()), redeemed.codeHash())
                .map(now -> !now.voided() && redeemed.blindedHash().equals(now.blindedHash()))
                .defaultIfEmpty(false);
    }

    /** Withdraws those of these codes of a draw that nobody has redeemed; which those are, also if they were withdrawn before. */
    public Mono<Set<String>> withdraw(long draw, Collection<String> hashes) {
        return sql.sql("""
                        update invitation i set voided = true from unnest(:hashes) as sent(hex), draw d
                        where d.draw = :draw and i.key = d.key and i.code_hash = decode(hex, 'hex')
                            and i.draw = d.draw and i.blinded_hash is null
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
        return sql.sql("set local statement_timeout = '10min'")
                .then()
                .then(sql.sql("select rewrite_invitations(:leaf)")
                        .bind("leaf", leaf)
                        .then());
    }

    private static Invitation invitation(Readable row) {
        return new Invitation(
                Objects.requireNonNull(row.get("key", Long.class)),
                row.get("blinded", String.class),
                Boolean.TRUE.equals(row.get("voided", Boolean.class)));
    }
}
