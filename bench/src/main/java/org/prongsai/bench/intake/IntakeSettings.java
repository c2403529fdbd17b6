package org.prongsai.bench.intake;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.prongsai.bench.report.Options;

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
            "--only", Options.words(Scenario.class),
            "--connections", "64",
            "--units", "50",
            "--warm", "30",
            "--phase", "15",
            "--turns", "2",
            "--rows", "1000000",
            "--json", "");

    static IntakeSettings of(List<String> arguments) {
        var options = Options.of(OPTIONS, Set.of(), arguments);
        return new IntakeSettings(
                options.chosen("--only", Scenario.class),
                options.number("--connections", 1, 2_000),
                options.number("--units", 1, 70),
                Duration.ofSeconds(options.number("--warm", 1, 600)),
                Duration.ofSeconds(options.number("--phase", 1, 600)),
                options.number("--turns", 1, 20),
                options.number("--rows", 1_000, 20_000_000),
                Optional.of(options.text("--json"))
                        .filter(file -> !file.isEmpty())
                        .map(Path::of));
    }
}
