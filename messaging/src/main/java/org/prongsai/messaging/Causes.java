package org.prongsai.messaging;

/** What lies at the bottom of a failure, in one line for a log. */
final class Causes {

    private Causes() {}

    static String root(Throwable failure) {
        Throwable root = bottom(failure);
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }

    /** The kind alone, for where the message may quote what an event or a row holds. */
    static String name(Throwable failure) {
        return bottom(failure).getClass().getSimpleName();
    }

    private static Throwable bottom(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }
}
