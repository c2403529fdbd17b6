package org.prongsai.web;

import org.jspecify.annotations.Nullable;

/** How many rows of a list a caller wants at once: 1 to 500, 50 unless said. */
public final class Limit {
    static final int DEFAULT = 50;
    static final int MAX = 500;

    private Limit() {}

    public static int of(@Nullable String limit) {
        if (limit == null) return DEFAULT;
        try {
            var rows = Integer.parseInt(limit);
            if (rows >= 1 && rows <= MAX) return rows;
        } catch (NumberFormatException notANumber) {
            // refused below, like a number out of range
        }
        throw Problem.invalidRequest(new Fault("?limit", "out-of-range", "1.." + MAX, limit))
                .refusal();
    }
}
