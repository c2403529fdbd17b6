package org.prongsai.seeds;

import java.util.Map;
import java.util.stream.Collectors;

/** One thing the loader did, with how many of what. */
public record Step(String name, Map<String, Integer> counts) {

    public int count(String what) {
        return counts.getOrDefault(what, 0);
    }

    String result() {
        return counts.entrySet().stream()
                .map(entry -> "%,d %s".formatted(entry.getValue(), entry.getKey()))
                .collect(Collectors.joining(", "));
    }
}
