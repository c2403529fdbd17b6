package org.prongsai.contracts.assessment;

/**
 * A round uses a newer version of its framework: any before the first answer, afterwards only one that scores alike.
 *
 * @param state the whole round as it is now; the last of its errata tells this change if answers had come
 * @param from the version before, {@code name@n}
 */
public record RoundReframed(RoundState state, String from, String reason) implements RoundEvent {}
