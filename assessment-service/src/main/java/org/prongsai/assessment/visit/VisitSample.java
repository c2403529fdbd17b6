package org.prongsai.assessment.visit;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Which visits of a day are asked about. The number in the queue decides who: each of those expected is as likely as any
 * other. The moment is for offices that give no numbers, where whoever is served next is asked. The earlier moment has the
 * smaller number, so that one list serves both.
 */
final class VisitSample {

    private VisitSample() {}

    /** In the order of their moments. */
    static List<Visit> draw(VisitPlan plan, RandomGenerator luck) {
        int[] moments = luck.ints(plan.sample(), 0, plan.seconds()).sorted().toArray();
        int[] numbers = numbers(plan.served(), plan.sample(), luck).stream()
                .mapToInt(Integer::intValue)
                .toArray();
        return IntStream.range(0, plan.sample())
                .mapToObj(i -> new Visit(plan.opens().plusSeconds(moments[i]), numbers[i]))
                .toList();
    }

    /** So many of the numbers from 1 on, every set of them as likely as any other: Robert Floyd's way. */
    private static SortedSet<Integer> numbers(int served, int sample, RandomGenerator luck) {
        var chosen = new TreeSet<Integer>();
        for (int last = served - sample + 1; last <= served; last++) {
            if (!chosen.add(luck.nextInt(1, last + 1))) {
                chosen.add(last);
            }
        }
        return chosen;
    }
}
