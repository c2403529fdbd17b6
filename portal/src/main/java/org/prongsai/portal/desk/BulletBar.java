package org.prongsai.portal.desk;

import org.jspecify.annotations.Nullable;
import org.prongsai.portal.unit.Turnout;

/**
 * How far answers have come towards a minimum, drawn from zero on: where each thing lies in a picture of {@link #WIDTH}
 * units.
 *
 * @param responses null where nothing was counted yet; then only the minimum is drawn
 * @param bar length of the answers
 * @param mark where the minimum lies
 */
public record BulletBar(
        String instrument,
        @Nullable Integer responses,
        int minimum,
        boolean reached,
        @Nullable Integer population,
        double bar,
        double mark) {

    /** Of a phone's screen, so that letters keep their size there. */
    public static final int WIDTH = 320;

    /** Nearer to an edge than this, a label would leave the picture. */
    private static final int EDGE = 70;

    /** A quarter more than the minimum is shown, so that reaching it is no end. */
    private static final double BEYOND = 1.25;

    static BulletBar of(Turnout.Measured measured) {
        int counted = measured.responses() == null ? 0 : measured.responses();
        double whole = Math.max(1, Math.max(counted, Math.ceil(measured.minimum() * BEYOND)));
        return new BulletBar(
                measured.code(),
                measured.responses(),
                measured.minimum(),
                measured.minimumReached(),
                measured.population(),
                at(counted, whole),
                at(measured.minimum(), whole));
    }

    private static double at(int count, double whole) {
        return Math.round(count / whole * WIDTH * 10) / 10.0;
    }

    /** On which side of its place a label hangs: {@code start}, {@code middle} or {@code end}. */
    public String anchor(double place) {
        if (place < EDGE) return "start";
        return place > WIDTH - EDGE ? "end" : "middle";
    }

    /** Answers that are still lacking by what was counted. */
    public int lacking() {
        return responses == null || reached ? 0 : Math.max(0, minimum - responses);
    }

    public int width() {
        return WIDTH;
    }
}
