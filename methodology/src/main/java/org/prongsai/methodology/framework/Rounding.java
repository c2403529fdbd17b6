package org.prongsai.methodology.framework;

/** How an exact score becomes a published one: once, at the end. */
public record Rounding(int places, String mode) {
    public static final String HALF_UP = "half-up";
}
