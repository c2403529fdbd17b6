package org.prongsai.messaging;

import io.r2dbc.spi.R2dbcException;

/** Reads what lies at the bottom of a failure, in one line for a log. */
final class CauseReader {

    private CauseReader() {}

    /** With its message, except a database's, which may quote a row. */
    static String root(Throwable failure) {
        Throwable root = bottom(failure);
        return root instanceof R2dbcException
                ? name(failure)
                : root.getClass().getSimpleName() + ": " + root.getMessage();
    }

    /** The kind alone, with the code of a database, for where the message may quote what an event or a row holds. */
    static String name(Throwable failure) {
        Throwable root = bottom(failure);
        String kind = root.getClass().getSimpleName();
        return root instanceof R2dbcException refused && refused.getSqlState() != null
                ? kind + " " + refused.getSqlState()
                : kind;
    }

    private static Throwable bottom(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }
}
