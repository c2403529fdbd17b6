package org.prongsai.gateway.route;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which request ids of callers are taken over: short, and harmless in a log line. */
final class RequestId {
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{7,63}");

    private RequestId() {}

    static boolean isSane(@Nullable String id) {
        return id != null && SANE.matcher(id).matches();
    }
}
