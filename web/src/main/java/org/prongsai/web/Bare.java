package org.prongsai.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A failure as a log may have it: what broke, and where. Without the address of the request, which Reactor attaches, and
 * without what a database says, which quotes the row.
 */
final class Bare {
    private static final List<String> QUOTING = List.of("io.r2dbc.", "org.springframework.dao.", "org.postgresql.");
    private static final int DEEPEST = 20;

    private Bare() {}

    static Throwable of(Throwable failure) {
        return of(failure, 0);
    }

    private static Throwable of(Throwable failure, int depth) {
        var cause = failure.getCause();
        var bare = new Throwable(words(failure), cause == null || depth > DEEPEST ? null : of(cause, depth + 1));
        bare.setStackTrace(failure.getStackTrace());
        return bare;
    }

    /** As one line. */
    static String words(Throwable failure) {
        return quotes(failure) ? failure.getClass().getName() : failure.toString();
    }

    /** Also whoever repeats the words of a cause that does. */
    private static boolean quotes(@Nullable Throwable failure) {
        for (int depth = 0; failure != null && depth < DEEPEST; depth++, failure = failure.getCause()) {
            if (QUOTING.stream().anyMatch(failure.getClass().getName()::startsWith)) return true;
        }
        return false;
    }
}
