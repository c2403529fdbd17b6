package org.prongsai.assessment.visit;

import java.time.LocalDateTime;

/**
 * One visit that is to be asked about.
 *
 * @param moment in Bangkok
 * @param queue the visitor's number in the queue of that day, from 1
 */
record Visit(LocalDateTime moment, int queue) {}
