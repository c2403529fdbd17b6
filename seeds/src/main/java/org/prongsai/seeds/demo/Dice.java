package org.prongsai.seeds.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Chance that repeats itself: the same seed and question give the same throw, in whatever order they are asked. */
record Dice(String seed) {

    Dice of(Object... path) {
        return new Dice(seed + "/" + Arrays.stream(path).map(Object::toString).collect(Collectors.joining("/")));
    }

    /** Evenly spread over [0, 1). */
    double roll(Object... path) {
        return (mixed(of(path).seed) >>> 11) * 0x1.0p-53;
    }

    /** Normally spread around 0 with a standard deviation of 1. */
    double bell(Object... path) {
        Dice here = of(path);
        return Math.sqrt(-2 * Math.log(1 - here.roll("radius"))) * Math.cos(2 * Math.PI * here.roll("angle"));
    }

    /** FNV-1a, then the finish of SplitMix64 so that neighbours in name are strangers in number. */
    private static long mixed(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        return hash ^ (hash >>> 31);
    }

    /** Thirty-two bytes that no two seeds share. */
    byte[] bytes() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(seed.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
