package org.prongsai.seeds.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Gatherer;
import java.util.stream.Stream;

/** What goes to the platform in one request. */
public record Batch(List<Slice> slices) {

    public int size() {
        return slices.stream().mapToInt(Slice::size).sum();
    }

    static Stream<Batch> of(Stream<Pool> pools, int most) {
        return pools.flatMap(pool -> Slice.of(pool, most)).gather(upTo(most));
    }

    private static Gatherer<Slice, ?, Batch> upTo(int most) {
        return Gatherer.ofSequential(
                ArrayList<Slice>::new,
                Gatherer.Integrator.ofGreedy((filling, slice, full) -> {
                    boolean goOn = true;
                    if (!filling.isEmpty() && new Batch(filling).size() + slice.size() > most) {
                        goOn = full.push(new Batch(List.copyOf(filling)));
                        filling.clear();
                    }
                    filling.add(slice);
                    return goOn;
                }),
                (rest, last) -> {
                    if (!rest.isEmpty()) last.push(new Batch(List.copyOf(rest)));
                });
    }
}
