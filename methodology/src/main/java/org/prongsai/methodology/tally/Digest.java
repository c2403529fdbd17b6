package org.prongsai.methodology.tally;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

/** One fingerprint of all counts: SHA-256 over their lines in byte order, each ended by a line feed. */
public final class Digest {
    private final MessageDigest sha256;
    private String last;

    public Digest() {
        this(sha256(), "");
    }

    private Digest(MessageDigest sha256, String last) {
        this.sha256 = sha256;
        this.last = last;
    }

    public static String of(Collection<String> lines) {
        var digest = new Digest();
        lines.stream().sorted().forEach(digest::add);
        return digest.text();
    }

    /** For lines that come sorted, so that a whole nation need not be held at once; any other order is refused. */
    public Digest add(String line) {
        if (!last.isEmpty() && line.compareTo(last) <= 0)
            throw new IllegalArgumentException("lines out of order: " + last + " before " + line);
        last = line;
        sha256.update((line + "\n").getBytes(UTF_8));
        return this;
    }

    /** {@code sha256:…} of what was added so far. */
    public String text() {
        return "sha256:" + HexFormat.of().formatHex(soFar().digest());
    }

    /** Another one that goes on from here. */
    public Digest copy() {
        return new Digest(soFar(), last);
    }

    private MessageDigest soFar() {
        try {
            return (MessageDigest) sha256.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
