package org.prongsai.bench.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Whether what is warmed up was asked often enough to be compiled, and gets no faster any more. */
public final class Warmth {

    /** A method is compiled in full after about fifteen thousand calls. */
    private static final long CALLS = 20_000;

    /** Two slices of the same differ by as much on a quiet machine. */
    private static final double SAME = 1.1;

    private final List<Double> rates = new ArrayList<>();
    private long calls;

    public void add(Measured slice) {
        rates.add(slice.rate());
        calls += slice.accepted();
    }

    public boolean reached() {
        return calls >= CALLS
                && rates.size() > 1
                && rates.getLast() <= SAME * Collections.max(rates.subList(0, rates.size() - 1));
    }
}
