package org.prongsai.seeds.demo;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Some of the people of a pool who follow each other. */
public record Slice(Pool pool, int from, int to) {

    int size() {
        return to - from;
    }

    /** The whole pool where it fits, and otherwise pieces of nearly the same size: a small rest could stay hidden for ever. */
    static Stream<Slice> of(Pool pool, int most) {
        int pieces = Math.ceilDiv(pool.responses(), most);
        return IntStream.range(0, pieces)
                .mapToObj(piece -> new Slice(pool, cut(pool, piece, pieces), cut(pool, piece + 1, pieces)));
    }

    private static int cut(Pool pool, int piece, int pieces) {
        return (int) ((long) pool.responses() * piece / pieces);
    }
}
