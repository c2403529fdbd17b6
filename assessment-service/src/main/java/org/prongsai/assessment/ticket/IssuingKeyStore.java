package org.prongsai.assessment.ticket;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.r2dbc.spi.Readable;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Objects;
import org.prongsai.assessment.seal.Seal;
import org.prongsai.blind.BlindSigner;
import org.prongsai.messaging.PostgresClient;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The keys that sign: made at the first draw of a unit and instrument, sealed at rest, opened for a moment when asked for. */
@Component
public class IssuingKeyStore {

    /** A key that is there. */
    public record IssuingKey(long key, String round, String agency, String instrument, BlindSigner signer) {}

    private record Unit(String round, String agency) {}

    private final PostgresClient database;
    private final Seal seal;
    private final int bits;
    private final SecureRandom random = new SecureRandom();
    private final AsyncCache<Unit, List<IssuingKey>> opened;

    IssuingKeyStore(@Qualifier("tickets") PostgresClient database, Seal seal, TicketSettings settings) {
        this.database = database;
        this.seal = seal;
        this.bits = settings.bits();
        this.opened = Caffeine.newBuilder()
                .maximumSize(2_000)
                .expireAfterWrite(settings.keysFor())
                .buildAsync();
    }

    /** All keys of a unit, at most one for each instrument; empty before its first draw; outside any transaction. */
    Mono<List<IssuingKey>> of(String round, String agency) {
        var unit = new Unit(round, agency);
        return Mono.fromFuture(
                        () -> opened.get(unit, (each, _) -> read(each)
                                .filter(keys -> !keys.isEmpty())
                                .toFuture()),
                        true)
                .defaultIfEmpty(List.of());
    }

    private Mono<List<IssuingKey>> read(Unit unit) {
        return database.sql()
                .sql("select * from issuing_key where round = :round and agency = :agency")
                .bind("round", unit.round())
                .bind("agency", unit.agency())
                .map(this::open)
                .all()
                .collectList();
    }

    /** The unit's key for this instrument, made now if there is none; whoever comes second finds the first one's. */
    public Mono<IssuingKey> make(String round, String agency, String instrument) {
        return find(round, agency, instrument)
                .switchIfEmpty(
                        Mono.defer(() -> insert(round, agency, instrument).then(find(round, agency, instrument))))
                .doOnNext(_ -> opened.synchronous().invalidate(new Unit(round, agency)));
    }

    private Mono<IssuingKey> find(String round, String agency, String instrument) {
        return database.sql()
                .sql("select * from issuing_key"
                        + " where round = :round and agency = :agency and instrument = :instrument")
                .bind("round", round)
                .bind("agency", agency)
                .bind("instrument", instrument)
                .map(this::open)
                .one();
    }

    private Mono<Void> insert(String round, String agency, String instrument) {
        return Mono.fromSupplier(this::generate)
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(pair -> {
                    var sealed = seal.close(pair.getEncoded(), place(round, agency, instrument), random);
                    return database.sql()
                            .sql("insert into issuing_key (round, agency, instrument, sealed)"
                                    + " values (:round, :agency, :instrument, :sealed) on conflict do nothing")
                            .bind("round", round)
                            .bind("agency", agency)
                            .bind("instrument", instrument)
                            .bind("sealed", ByteBuffer.wrap(sealed))
                            .then();
                });
    }

    private RSAPrivateCrtKey generate() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits, random);
            return (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private IssuingKey open(Readable row) {
        String round = text(row, "round");
        String agency = text(row, "agency");
        String instrument = text(row, "instrument");
        var sealed = Objects.requireNonNull(row.get("sealed", ByteBuffer.class));
        var bytes = new byte[sealed.remaining()];
        sealed.get(bytes);
        var signer = new BlindSigner(key(seal.open(bytes, place(round, agency, instrument))));
        return new IssuingKey(Objects.requireNonNull(row.get("key", Long.class)), round, agency, instrument, signer);
    }

    private static RSAPrivateCrtKey key(byte[] encoded) {
        try {
            return (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException damaged) {
            throw new IllegalStateException("a signing key cannot be read", damaged);
        }
    }

    private static String place(String round, String agency, String instrument) {
        return "rounds/" + round + "/agencies/" + agency + "/" + instrument;
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }
}
