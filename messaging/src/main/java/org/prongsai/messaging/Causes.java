package org.prongsai.messaging;

/** What lies at the bottom of a failure, in one line for a log. */
final class Causes {

    private Causes() {}

    static String root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }
}
