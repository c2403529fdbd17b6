package org.prongsai.methodology.tally;

/** Over those who gave both questions an answer with a value: how many, each question's sum, the sum of the products. */
public record Pair(long n, long sumFirst, long sumSecond, long sumProduct) {}
