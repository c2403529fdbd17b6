package org.prongsai.bench.scores;

/** The questions that can be asked of the scores, in the order in which they are: each leaves the next one more to read. */
enum Scenario {
    START,
    NATIONAL,
    RECOUNT,
    LIST,
    DELAY,
    GROWTH;

    /** Whether it is asked of the round of a nation. */
    boolean needsNation() {
        return this != START && this != GROWTH;
    }
}
