package org.prongsai.gateway.edge;

import java.util.Map;

/** What browsers are told about every answer, so that no page can be framed, sniffed or made to run foreign code. */
final class SafetyHeaders {
    static final String HSTS = "max-age=31536000; includeSubDomains";

    static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
            "Cross-Origin-Opener-Policy", "same-origin");

    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";
    private static final String PAGE = NOTHING + "; style-src 'self'; font-src 'self'";
    /** The viewer sets styles of its own and draws its icons from data: addresses. */
    private static final String VIEWER =
            NOTHING + "; script-src 'self'; connect-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";

    private SafetyHeaders() {}

    /** A form of signed-in people must say that it comes from us; elsewhere nobody is told which page somebody came from. */
    static String referrerPolicy(String path) {
        return path.equals("/desk") || path.startsWith("/desk/") ? "same-origin" : "no-referrer";
    }

    static String contentPolicy(String path) {
        if (path.equals("/docs") || path.startsWith("/docs/")) {
            return VIEWER;
        }
        return path.equals("/problems") || path.startsWith("/problems/") ? PAGE : NOTHING;
    }
}
