package org.prongsai.contracts.assessment;

/** A round exists; what it is stands in {@code state}. */
public record RoundOpened(RoundState state) implements RoundEvent {}
