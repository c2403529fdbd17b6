package org.prongsai.bench.load;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What is measured and what it is divided by, measured turn by turn, so that what the machine does meanwhile meets both.
 *
 * @param bases the route without I/O, or what else the other is divided by
 */
public record Pair(List<Measured> bases, List<Measured> intakes) {

    public Pair {
        if (bases.size() != intakes.size() || bases.isEmpty()) {
            throw new IllegalArgumentException("%d phases beside %d".formatted(intakes.size(), bases.size()));
        }
    }

    public Measured base() {
        return bases.stream().reduce(Measured::plus).orElseThrow();
    }

    public Measured intake() {
        return intakes.stream().reduce(Measured::plus).orElseThrow();
    }

    public double ratio() {
        return intake().rate() / base().rate();
    }

    /** The ratio of each turn by itself: how far they lie apart tells what the ratio is worth. */
    public List<Double> ratios() {
        return IntStream.range(0, bases.size())
                .mapToObj(turn -> intakes.get(turn).rate() / bases.get(turn).rate())
                .toList();
    }
}
