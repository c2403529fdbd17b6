package org.prongsai.assessment.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How often somebody is right who lays people and answers beside each other, each in an order of their own, and says that
 * the first belong together, the second, and so on.
 *
 * @param people of each unit: the same number in all
 * @param rights per unit how many were guessed right
 */
record Guessing(int people, List<Integer> rights) {

    /** One-sided 95 % of a normal distribution. */
    private static final double Z95 = 1.645;

    /**
     * How many are right in one unit.
     *
     * @param came whose answers they are, in the order in which people came
     * @param lie the same answers in the order in which they were found
     */
    static int right(List<String> came, List<String> lie) {
        Map<String, Integer> place = new HashMap<>();
        for (int i = 0; i < lie.size(); i++) {
            place.put(lie.get(i), i);
        }
        int right = 0;
        for (int i = 0; i < came.size(); i++) {
            if (place.getOrDefault(came.get(i), -1) == i) {
                right++;
            }
        }
        return right;
    }

    /** Share guessed right beyond what luck alone gives, from −1 to 1. */
    double advantage() {
        return mean() / people - 1.0 / people;
    }

    /** The upper end of the one-sided 95 % interval of the advantage. */
    double upperBound() {
        double mean = mean();
        double variance = rights.stream()
                        .mapToDouble(right -> (right - mean) * (right - mean))
                        .sum()
                / Math.max(1, rights.size() - 1);
        return advantage() + Z95 * Math.sqrt(variance / rights.size()) / people;
    }

    private double mean() {
        return rights.stream().mapToInt(Integer::intValue).average().orElse(0);
    }
}
