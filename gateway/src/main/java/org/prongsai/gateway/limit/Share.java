package org.prongsai.gateway.limit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Whose requests are counted together: one signed-in caller, one network, or the answers to one unit. */
record Share(Kind kind, String of) {
    enum Kind {
        CALLER,
        NETWORK,
        ANSWERING
    }

    static Share caller(String subject, String client) {
        return new Share(Kind.CALLER, digest(subject, client));
    }

    static Share network(String address) {
        return new Share(Kind.NETWORK, digest(address));
    }

    static Share answering(String step, String round, String agency) {
        return new Share(Kind.ANSWERING, digest(step, round, agency));
    }

    /** Digested, so that long names cost no more memory than short ones and no name can be read out of it. */
    private static String digest(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
