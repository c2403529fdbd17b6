package org.prongsai.seeds.demo;

import java.util.Comparator;
import java.util.List;

/** Draws some of many, the same ones every time. */
record Lot(Dice dice) {

    List<String> draw(List<String> from, int count) {
        return from.stream()
                .sorted(Comparator.comparingDouble(item -> dice.to("lot").roll(item)))
                .limit(count)
                .toList();
    }
}
