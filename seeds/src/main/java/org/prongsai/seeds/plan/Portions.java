package org.prongsai.seeds.plan;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A whole number shared out by weight so that nothing is lost: what rounding leaves goes to the largest remainders. */
final class Portions {

    private Portions() {}

    static int[] of(int whole, List<Double> weights) {
        double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
        double[] exact = weights.stream()
                .mapToDouble(weight -> sum == 0 ? 0 : whole * weight / sum)
                .toArray();
        int[] portions =
                IntStream.range(0, exact.length).map(i -> (int) exact[i]).toArray();
        IntStream.range(0, exact.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> portions[i] - exact[i]))
                .limit(whole - IntStream.of(portions).sum())
                .forEach(i -> portions[i]++);
        return portions;
    }
}
