package org.prongsai.blind;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Properties;

/** The test vector of RFC 9474, appendix A.1. */
final class Rfc9474 {
    private static final Properties VECTOR = read();

    private Rfc9474() {}

    static byte[] bytes(String name) {
        return HexFormat.of().parseHex(VECTOR.getProperty(name));
    }

    static BigInteger number(String name) {
        return new BigInteger(VECTOR.getProperty(name), 16);
    }

    static RSAPublicKey publicKey() {
        return Keys.publicKey(number("n"), number("e"));
    }

    static RSAPrivateCrtKey privateKey() {
        return Keys.privateKey(number("p"), number("q"), number("e"));
    }

    /** The vector names its inverse, as RFC 9474 calls r⁻¹ mod n. */
    static BigInteger r() {
        return number("inv").modInverse(number("n"));
    }

    private static Properties read() {
        var name = "rfc9474-a1.properties";
        try (var resource = Objects.requireNonNull(Rfc9474.class.getResourceAsStream(name), name)) {
            var vector = new Properties();
            vector.load(new InputStreamReader(resource, StandardCharsets.US_ASCII));
            return vector;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
