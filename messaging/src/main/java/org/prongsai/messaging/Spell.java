package org.prongsai.messaging;

import org.jspecify.annotations.Nullable;

/** How long something has lasted without a break; one thread notes it, any may ask. Times are those of a steady clock. */
final class Spell {

    private static final double NANOS = 1e9;

    private volatile @Nullable Long since;

    /** Whether it begins now; what lasts already goes on. */
    boolean begin(long nanos) {
        if (since != null) {
            return false;
        }
        since = nanos;
        return true;
    }

    /** Whether it lasted until now. */
    boolean end() {
        boolean lasted = since != null;
        since = null;
        return lasted;
    }

    boolean lasts() {
        return since != null;
    }

    /** 0 while it does not last. */
    double seconds(long nanos) {
        Long begun = since;
        return begun == null ? 0 : (nanos - begun) / NANOS;
    }
}
