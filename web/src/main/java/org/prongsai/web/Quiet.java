package org.prongsai.web;

import java.util.regex.Pattern;

/** The addresses where somebody answers or writes: no request id, no log line, no trace may say who came when. */
public final class Quiet {
    private static final Pattern PATHS = Pattern.compile(
            "/api/v1/(rounds/[^/]+/agencies/[^/]+/(ticket-keys|tickets|challenges|responses|reports)(/.*)?"
                    + "|rounds/[^/]+/agencies/[^/]+/comments/?|receipts/[^/]+(/.*)?)"
                    + "|/a/[^/]+/[^/]+/(eit|iit|comment)(/.*)?|/receipt(/.*)?|/assets/.*");

    private Quiet() {}

    public static boolean path(String path) {
        return PATHS.matcher(path).matches();
    }
}
