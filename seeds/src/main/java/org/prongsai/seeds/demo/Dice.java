package org.prongsai.seeds.demo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Chance that repeats itself: the same seed and the same question give the same throw, in whatever order they are asked. */
record Dice(String seed) {

    Dice of(Object... path) {
        return new Dice(seed + "/" + Arrays.stream(path).map(Object::toString).collect(Collectors.joining("/")));
    }

    /** Evenly spread over [0, 1). */
    double roll(Object... path) {
        return (ByteBuffer.wrap(of(path).bytes()).getLong() >>> 11) * 0x1.0p-53;
    }

    /** Normally spread around 0 with a standard deviation of 1. */
    double bell(Object... path) {
        Dice here = of(path);
        return Math.sqrt(-2 * Math.log(1 - here.roll("radius"))) * Math.cos(2 * Math.PI * here.roll("angle"));
    }

    byte[] bytes() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(seed.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
