package org.prongsai.bench.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The questions that can be asked of the intake, in the order in which they are: the last two change most. */
enum Scenario {
    GENERATOR,
    STOPPED,
    STAFF,
    ISSUER,
    PGBENCH,
    FILLED,
    RUNNING;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<Scenario> of(String words) {
        var wanted = List.of(words.split(",", -1));
        wanted.forEach(Scenario::known);
        return Arrays.stream(values())
                .filter(scenario -> wanted.contains(scenario.word()))
                .toList();
    }

    static String words() {
        return Arrays.stream(values()).map(Scenario::word).collect(Collectors.joining(","));
    }

    private static void known(String word) {
        if (Arrays.stream(values()).noneMatch(scenario -> scenario.word().equals(word))) {
            throw new IllegalArgumentException(
                    "--only %s: there is no such scenario; there are %s".formatted(word, words()));
        }
    }
}
