package org.prongsai.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A strong entity tag, quoted as it travels; an edit must name the one it was made from. */
public record Etag(String value) {

    public static Etag version(long version) {
        return new Etag("\"" + version + "\"");
    }

    public static Etag content(String content) {
        var digest = sha256().digest(content.getBytes(StandardCharsets.UTF_8));
        return new Etag(
                "\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 16)) + "\"");
    }

    /** Why an edit with this If-Match may not go on; empty when it may. */
    public Optional<Problem> refuse(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            return Optional.of(Problem.of(ProblemType.PRECONDITION_REQUIRED)
                    .with(List.of(new Fault("If-Match:", "missing", value, null))));
        }
        return matches(ifMatch) ? Optional.empty() : Optional.of(stale(ifMatch));
    }

    /** Why something that is not there yet may not be made with this If-Match, which names a version of it. */
    public static Optional<Problem> refuseAbsent(@Nullable String ifMatch) {
        return ifMatch == null || ifMatch.isBlank()
                ? Optional.empty()
                : Optional.of(
                        Problem.of(ProblemType.STALE).with(List.of(new Fault("If-Match:", "stale", null, ifMatch))));
    }

    private boolean matches(String ifMatch) {
        return Arrays.stream(ifMatch.split(","))
                .map(String::strip)
                .anyMatch(tag -> tag.equals(value) || tag.equals("*"));
    }

    private Problem stale(String ifMatch) {
        return Problem.of(ProblemType.STALE)
                .with(List.of(new Fault("If-Match:", "stale", value, ifMatch)))
                .header("ETag", value);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
