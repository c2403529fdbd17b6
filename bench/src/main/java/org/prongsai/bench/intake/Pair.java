package org.prongsai.bench.intake;

import java.util.List;
import java.util.stream.IntStream;

/** The intake and the route without I/O, measured turn by turn, so that what the machine does meanwhile meets both. */
record Pair(List<Measured> echoes, List<Measured> intakes) {

    Pair {
        if (echoes.size() != intakes.size() || echoes.isEmpty()) {
            throw new IllegalArgumentException("%d phases beside %d".formatted(intakes.size(), echoes.size()));
        }
    }

    Measured echo() {
        return echoes.stream().reduce(Measured::plus).orElseThrow();
    }

    Measured intake() {
        return intakes.stream().reduce(Measured::plus).orElseThrow();
    }

    double ratio() {
        return intake().rate() / echo().rate();
    }

    /** The ratio of each turn by itself: how far they lie apart tells what the ratio is worth. */
    List<Double> ratios() {
        return IntStream.range(0, echoes.size())
                .mapToObj(turn -> intakes.get(turn).rate() / echoes.get(turn).rate())
                .toList();
    }
}
