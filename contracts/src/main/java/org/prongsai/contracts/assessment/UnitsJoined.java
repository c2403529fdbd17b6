package org.prongsai.contracts.assessment;

/** Other units than before are assessed together; which ones stands in {@code state}. */
public record UnitsJoined(RoundState state) implements RoundEvent {}
