package org.prongsai.contracts.assessment;

import java.util.Optional;

/**
 * The part beside an open one that takes what nothing vouched for while the unit was flooded. Its answers are reported by
 * themselves and never count for a score.
 */
public final class UnverifiedPart {

    private static final String SUFFIX = "-unverified";

    private UnverifiedPart() {}

    /** What it is called beside this part: {@code 1-unverified}. */
    public static String beside(String part) {
        return part + SUFFIX;
    }

    /** The part that it is beside; empty for a part of the framework. */
    public static Optional<String> original(String part) {
        return part.endsWith(SUFFIX)
                ? Optional.of(part.substring(0, part.length() - SUFFIX.length()))
                : Optional.empty();
    }
}
