package org.prongsai.assessment;

/** A unit that takes part in a round. */
public record Unit(String round, String agency) {}
