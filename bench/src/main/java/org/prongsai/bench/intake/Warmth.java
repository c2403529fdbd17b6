package org.prongsai.bench.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Whether what is warmed up gets no faster any more, going by its rate from slice to slice. */
final class Warmth {

    /** Two slices of the same differ by as much on a quiet machine. */
    private static final double SAME = 1.1;

    private final List<Double> rates = new ArrayList<>();

    void add(double rate) {
        rates.add(rate);
    }

    boolean steady() {
        return rates.size() > 1 && rates.getLast() <= SAME * Collections.max(rates.subList(0, rates.size() - 1));
    }
}
