package org.prongsai.launcher;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A process and the moment it began: a number alone may belong to somebody else by now. */
record ChildMark(long pid, Instant began) {

    /** Systems report the moment a little differently each time. */
    private static final Duration TOLERANCE = Duration.ofSeconds(3);

    static Optional<ChildMark> parse(String text) {
        var words = text.strip().split(" ");
        try {
            return Optional.of(new ChildMark(Long.parseLong(words[0]), Instant.parse(words[1])));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    boolean isOf(ChildMark other) {
        return pid == other.pid && Duration.between(began, other.began).abs().compareTo(TOLERANCE) < 0;
    }

    @Override
    public String toString() {
        return pid + " " + began;
    }
}
