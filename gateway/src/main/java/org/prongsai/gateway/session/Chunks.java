package org.prongsai.gateway.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Cuts a text into as many cookies as browsers need to keep it, and puts it together again. */
final class Chunks {
    /** Browsers keep 4,096 bytes of a cookie, with its name and attributes. */
    static final int SIZE = 3800;
    /** More would leave no room for the other headers of a request. */
    static final int MOST = 4;

    private static final char AFTER_COUNT = '-';

    private Chunks() {}

    /** Nothing when it is too large. The first says how many there are, so that what an earlier text left behind is no part. */
    static Optional<List<String>> split(String text) {
        int count = Math.ceilDiv(text.length() + 2, SIZE);
        if (count > MOST) {
            return Optional.empty();
        }
        String whole = count + "" + AFTER_COUNT + text;
        List<String> chunks = new ArrayList<>();
        for (int start = 0; start < whole.length(); start += SIZE) {
            chunks.add(whole.substring(start, Math.min(whole.length(), start + SIZE)));
        }
        return Optional.of(chunks);
    }

    /** Nothing when a chunk is missing or the first is none. */
    static Optional<String> join(IntFunction<@Nullable String> chunk) {
        String first = chunk.apply(0);
        if (first == null || first.length() < 2 || first.charAt(1) != AFTER_COUNT) {
            return Optional.empty();
        }
        int count = first.charAt(0) - '0';
        if (count < 1 || count > MOST) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder(first.substring(2));
        for (int rest : IntStream.range(1, count).toArray()) {
            String next = chunk.apply(rest);
            if (next == null) {
                return Optional.empty();
            }
            text.append(next);
        }
        return Optional.of(text.toString());
    }
}
