package org.prongsai.blind;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keys for tests, one for each number of bits, since making them takes longest. */
final class Keys {
    private static final Map<Integer, KeyPair> MADE = new ConcurrentHashMap<>();

    private Keys() {}

    static RSAPublicKey publicKey(int bits) {
        return (RSAPublicKey) MADE.computeIfAbsent(bits, Keys::generate).getPublic();
    }

    static RSAPrivateCrtKey privateKey(int bits) {
        return (RSAPrivateCrtKey) MADE.computeIfAbsent(bits, Keys::generate).getPrivate();
    }

    static RSAPublicKey publicKey(BigInteger n, BigInteger e) {
        try {
            return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(n, e));
        } catch (GeneralSecurityException refused) {
            throw new IllegalArgumentException(refused);
        }
    }

    static RSAPrivateCrtKey privateKey(BigInteger p, BigInteger q, BigInteger e) {
        var d = e.modInverse(less1(p).multiply(less1(q)));
        return privateKey(
                new RSAPrivateCrtKeySpec(p.multiply(q), e, d, p, q, d.mod(less1(p)), d.mod(less1(q)), q.modInverse(p)));
    }

    /** The same key with one bit of a CRT exponent wrong, as a fault of the machine would make it. */
    static RSAPrivateCrtKey faulty(RSAPrivateCrtKey key) {
        return privateKey(new RSAPrivateCrtKeySpec(
                key.getModulus(),
                key.getPublicExponent(),
                key.getPrivateExponent(),
                key.getPrimeP(),
                key.getPrimeQ(),
                key.getPrimeExponentP().flipBit(7),
                key.getPrimeExponentQ(),
                key.getCrtCoefficient()));
    }

    static KeyPair generate(int bits) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private static RSAPrivateCrtKey privateKey(RSAPrivateCrtKeySpec spec) {
        try {
            return (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(spec);
        } catch (GeneralSecurityException refused) {
            throw new IllegalArgumentException(refused);
        }
    }

    private static BigInteger less1(BigInteger prime) {
        return prime.subtract(BigInteger.ONE);
    }
}
