package org.prongsai.scoring.tally;

import org.prongsai.methodology.tally.Tally;

/**
 * Answers of one unit and part, summed up.
 *
 * @param framework the version whose answers came first
 */
public record Sum(String framework, Tally tally) {}
