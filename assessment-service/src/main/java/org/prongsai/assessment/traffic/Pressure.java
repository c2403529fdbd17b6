package org.prongsai.assessment.traffic;

/**
 * How many answers came to a unit in a window, beside how many its counter can have.
 *
 * @param came in the window that ends now
 * @param limit from so many on it is an attack
 */
public record Pressure(int came, int limit) {

    /** The step of the hardest puzzle; the easiest has step 1. */
    public static final int STEPS = 4;

    public boolean calm() {
        return came < limit;
    }

    /** How hard the puzzle is: one step for each doubling of the limit. */
    public int step() {
        int step = 1;
        for (long twice = 2L * limit; step < STEPS && came >= twice; twice *= 2) {
            step++;
        }
        return step;
    }
}
