package org.prongsai.assessment.challenge;

/**
 * A puzzle in ALTCHA's words: which number from 0 to {@code maxnumber}, written after the salt, has this SHA-256? The salt
 * says for which survey of which unit it is, and until when.
 */
record Puzzle(String algorithm, String challenge, int maxnumber, String salt, String signature) {}
