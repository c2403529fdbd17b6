package org.prongsai.scoring.rebuild;

/**
 * What a rebuild did.
 *
 * @param responses answers counted from the log, those taken back among them
 * @param others scores that became other ones
 * @param held seconds for which the service heard nothing
 */
record Rebuilt(long responses, int tallies, int marks, int scores, int others, double seconds, double held) {}
