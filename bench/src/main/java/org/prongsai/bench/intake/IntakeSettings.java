package org.prongsai.bench.intake;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody asked to be measured.
 *
 * @param units that answers are spread over
 * @param turns in each of which the intake and the route without I/O are measured once
 * @param rows already there when the filled intake is measured
 */
record IntakeSettings(
        List<Scenario> only,
        int connections,
        int units,
        Duration warm,
        Duration phase,
        int turns,
        int rows,
        Optional<Path> json) {

    /** Every option with its default; an empty one is none. */
    static final Map<String, String> OPTIONS = Map.of(
            "--only", Scenario.words(),
            "--connections", "64",
            "--units", "50",
            "--warm", "30",
            "--phase", "15",
            "--turns", "2",
            "--rows", "1000000",
            "--json", "");

    static IntakeSettings of(List<String> arguments) {
        var given = new HashMap<>(OPTIONS);
        for (int i = 0; i < arguments.size(); i += 2) {
            String option = arguments.get(i);
            if (!OPTIONS.containsKey(option)) {
                throw new IllegalArgumentException("there is no option " + option);
            }
            if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException(option + " needs a value");
            }
            given.put(option, arguments.get(i + 1));
        }
        return read(given);
    }

    private static IntakeSettings read(Map<String, String> given) {
        return new IntakeSettings(
                Scenario.of(given.getOrDefault("--only", "")),
                number(given, "--connections", 1, 2_000),
                number(given, "--units", 1, 70),
                Duration.ofSeconds(number(given, "--warm", 1, 600)),
                Duration.ofSeconds(number(given, "--phase", 1, 600)),
                number(given, "--turns", 1, 20),
                number(given, "--rows", 1_000, 20_000_000),
                Optional.of(given.getOrDefault("--json", ""))
                        .filter(file -> !file.isEmpty())
                        .map(Path::of));
    }

    private static int number(Map<String, String> given, String option, int least, int most) {
        String text = given.getOrDefault(option, "");
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new IllegalArgumentException(
                    "%s %s: it must be a number from %,d to %,d".formatted(option, text, least, most));
        }
        return Integer.parseInt(text);
    }
}
