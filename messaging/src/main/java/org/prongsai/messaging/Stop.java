package org.prongsai.messaging;

/**
 * Why a partition is not read on. Without the stream's key: of answers it would name the unit beside the line's instant.
 *
 * @param kind in words for whoever looks whether all is well
 * @param reason with the numbers, for whoever looks why
 */
record Stop(String kind, String reason) {

    static Stop missing(long next, long found) {
        return new Stop("an event being missing", "a stream's next number is %d, found %d".formatted(next, found));
    }

    static Stop reused(long number) {
        return new Stop(
                "a number being used for two events",
                "number %d of a stream was another event's when it was heard".formatted(number));
    }
}
