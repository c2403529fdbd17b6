package org.prongsai.bench.scores;

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
 * @param units of the national round
 * @param responses of the national round
 * @param lasting how long answers leave while their way to the scores is timed
 * @param turns how often that is done
 * @param rate answers that leave in a second meanwhile
 * @param phase of each list
 * @param sizes units of the rounds that answer as often and are spread over ever more of them
 * @param amounts responses of the rounds that are of as many units and answered ever more often
 * @param spread responses of each of the first
 * @param among units of each of the second
 * @param keep whether this result is the one that later ones are laid beside
 */
record ScoresSettings(
        List<Scenario> only,
        int units,
        int responses,
        Duration lasting,
        int turns,
        int rate,
        Duration phase,
        List<Integer> sizes,
        List<Integer> amounts,
        int spread,
        int among,
        boolean keep,
        Optional<Path> plots,
        Optional<Path> json) {

    static final String KEEP = "--keep";

    private static final int UNITS = 20_000;
    private static final int RESPONSES = 13_500_000;

    /** Every option with its default; an empty one is none. */
    static final Map<String, String> OPTIONS = Map.ofEntries(
            Map.entry("--only", Options.words(Scenario.class)),
            Map.entry("--units", "8317"),
            Map.entry("--responses", "1350000"),
            Map.entry("--seconds", "60"),
            Map.entry("--turns", "3"),
            Map.entry("--rate", "1000"),
            Map.entry("--phase", "15"),
            Map.entry("--sizes", "10,1000,8300"),
            Map.entry("--amounts", "10000,100000,1000000"),
            Map.entry("--spread", "100000"),
            Map.entry("--among", "1000"),
            Map.entry("--plots", ""),
            Map.entry("--json", ""));

    static ScoresSettings of(List<String> arguments) {
        var options = Options.of(OPTIONS, Set.of(KEEP), arguments);
        return new ScoresSettings(
                options.chosen("--only", Scenario.class),
                options.number("--units", 1, UNITS),
                options.number("--responses", 1, RESPONSES),
                Duration.ofSeconds(options.number("--seconds", 1, 3_600)),
                options.number("--turns", 1, 60),
                options.number("--rate", 20, 100_000),
                Duration.ofSeconds(options.number("--phase", 1, 600)),
                options.numbers("--sizes", 1, UNITS),
                options.numbers("--amounts", 1, RESPONSES),
                options.number("--spread", 1, RESPONSES),
                options.number("--among", 1, UNITS),
                options.has(KEEP),
                path(options, "--plots"),
                path(options, "--json"));
    }

    private static Optional<Path> path(Options options, String option) {
        return Optional.of(options.text(option)).filter(text -> !text.isEmpty()).map(Path::of);
    }
}
