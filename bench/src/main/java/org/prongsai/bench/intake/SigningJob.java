package org.prongsai.bench.intake;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.function.LongConsumer;
import org.prongsai.bench.load.Count;
import org.prongsai.bench.load.Measured;
import org.prongsai.blind.BlindSigner;

/** The issuer's own signature and nothing else, again and again on every core. */
final class SigningJob implements Load {

    private static final int BITS = 2048;
    private static final int SIGNED = 200;

    private final BlindSigner signer = new BlindSigner(key());
    private final int cores = Runtime.getRuntime().availableProcessors();

    @Override
    public Measured run(String name, Duration lasts, LongConsumer during) {
        var count = new Count();
        long end = System.nanoTime() + lasts.toNanos();
        try (var threads = Executors.newFixedThreadPool(cores)) {
            for (int thread = 0; thread < cores; thread++) {
                threads.execute(() -> sign(count, end, during));
            }
        }
        return new Measured(name, cores, lasts, count.inTime(), count.statuses(), count.micros(), Duration.ZERO);
    }

    private void sign(Count count, long end, LongConsumer during) {
        var blinded = new byte[BITS / Byte.SIZE];
        new SecureRandom().nextBytes(blinded);
        blinded[0] = 0;
        for (long before = System.nanoTime(); before < end; ) {
            signer.sign(blinded);
            long now = System.nanoTime();
            synchronized (count) {
                count.add(SIGNED, now - before, now < end);
                during.accept(count.all());
            }
            before = now;
        }
    }

    private static RSAPrivateCrtKey key() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
