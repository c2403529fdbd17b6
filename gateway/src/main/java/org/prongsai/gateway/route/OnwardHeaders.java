package org.prongsai.gateway.route;

import java.util.Locale;
import java.util.Set;

/** Which request headers travel onward to a service. */
final class OnwardHeaders {
    /** On the way of an answer only these travel: no identity, address, device, trace or request id. */
    private static final Set<String> ANSWERING =
            Set.of("accept", "accept-language", "content-length", "content-type", "if-none-match", "transfer-encoding");

    /** A service believes the token alone, never a header that claims who is calling or from where. */
    private static final Set<String> NEVER = Set.of(
            "cookie",
            "forwarded",
            "via",
            "client-ip",
            "true-client-ip",
            "cf-connecting-ip",
            "remote-user",
            "x-client-ip",
            "x-real-ip",
            "x-http-method-override",
            "x-request-id");

    private static final Set<String> NEVER_PREFIXES = Set.of(
            "x-agenc",
            "x-auth-",
            "x-authenticated-",
            "x-forwarded-",
            "x-original-",
            "x-principal",
            "x-prongsai-",
            "x-remote-",
            "x-rewrite-",
            "x-role",
            "x-subject",
            "x-user");

    private OnwardHeaders() {}

    static boolean travels(String header, Kind kind) {
        String name = header.toLowerCase(Locale.ROOT);
        return switch (kind) {
            case ANSWERING -> ANSWERING.contains(name);
            case SIGNED_IN, NAMELESS -> ANSWERING.contains(name) || name.equals("authorization");
            case ORDINARY, BULK -> !NEVER.contains(name) && !claimsIdentity(name);
        };
    }

    private static boolean claimsIdentity(String name) {
        return NEVER_PREFIXES.stream().anyMatch(name::startsWith);
    }
}
