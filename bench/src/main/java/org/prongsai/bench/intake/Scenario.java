package org.prongsai.bench.intake;

/** The questions that can be asked of the intake, in the order in which they are: the last two change most. */
enum Scenario {
    GENERATOR,
    STOPPED,
    STAFF,
    ISSUER,
    PGBENCH,
    FILLED,
    RUNNING
}
