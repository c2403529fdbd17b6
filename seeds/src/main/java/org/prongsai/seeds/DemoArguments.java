package org.prongsai.seeds;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.prongsai.seeds.demo.Profile;
import org.prongsai.seeds.plan.Mix;
import org.prongsai.seeds.plan.Roster;
import org.prongsai.seeds.plan.Wanted;

/** What somebody who makes up a round typed: read whole, or refused with everything that is wrong. */
record DemoArguments(Typed typed, OptionalInt units, Wanted wanted, Mix mix, double coachedShare, String seed) {

    static final String FRAMEWORK = "ita-immigration-2567";

    static final String USAGE = """
            Makes up responses, marks and populations: the same ones for the same seed, and marked as made up.

            Usage: demo --out DIR   [options]     write them into a folder as files to import
                   demo --round ID  [options]     bring them into a synthetic round of a running platform

              --out DIR             a new or empty folder
              --force               overwrite what an earlier run wrote there
              --round ID            a round made with synthetic: true; doing it twice changes nothing, and units
                                    that hold people or answers of anybody else are refused

              --units N             how many units, from 1 to 100,000 (default all); with --out, where there
                                    are not enough, units called synthetic-00001 and so on are added
              --agencies FILE       register (CSV) whose provincial offices and checkpoints that exist today take
                                    part (default the packaged one; with --round those of the round, and in a
                                    file none but these)
              --responses N         in all units together, from 0 to 13,500,000; or for each unit of a
                                    profile, as good=120,too-few=9   (default about 180 a unit)
              --profiles LIST       which share of the units is what (default
                                    good=0.3,mediocre=0.3,poor=0.1,too-few=0.1,honest-excellent=0.1,coached=0.1)
              --coached-share S     which share of the people of a coached unit answers from the script,
                                    from 0.2 to 1                    (default 0.96)
              --seed TEXT           another text, other numbers      (default demo)
              --framework NAME      packaged framework, or a YAML or JSON file (default ita-immigration-2567);
                                    only with --out: a round names its own

              --gateway URL         where the platform is            (default http://localhost:8080)
              --token-endpoint URL  where to sign in                 (default <PRONGSAI_ISSUER>/oauth2/token)
              --client ID           client to sign in as             (default demo-admin)
              --secret SECRET       its secret; better in PRONGSAI_CLIENT_SECRET (default demo)
              --help                this text

            Environment: as for the loader of seeds. Exit code: 0 done, 1 refused by the platform, 2 could not run.
            """;

    private static final Set<String> OWN = Set.of(
            "--out",
            "--round",
            "--units",
            "--agencies",
            "--responses",
            "--profiles",
            "--coached-share",
            "--seed",
            "--framework");
    private static final int LONGEST_SEED = 200;

    static DemoArguments of(List<String> given, Map<String, String> environment) {
        var known = Stream.concat(Typed.DOOR.stream(), OWN.stream()).collect(Collectors.toSet());
        var reading = new Reading(Typed.of(given, environment, known, Set.of("--force")), new ArrayList<>());
        if (!reading.typed().has(Typed.HELP)) reading.together();
        var arguments = new DemoArguments(
                reading.typed(),
                reading.read("--units", DemoArguments::units)
                        .map(OptionalInt::of)
                        .orElse(OptionalInt.empty()),
                reading.read("--responses", Wanted::of).orElseGet(Wanted.Usual::new),
                reading.read("--profiles", Mix::of).orElseGet(() -> Mix.of(Mix.USUAL)),
                reading.read("--coached-share", DemoArguments::share).orElse(Profile.COACHED.scripted()),
                reading.read("--seed", DemoArguments::seed).orElse("demo"));
        if (!reading.faults().isEmpty()) throw new IllegalArgumentException(String.join("\n  ", reading.faults()));
        return arguments;
    }

    private static int units(String text) {
        int units = text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
        if (units < 1 || units > Roster.MOST)
            throw new IllegalArgumentException("it must be a whole number from 1 to %,d".formatted(Roster.MOST));
        return units;
    }

    private static double share(String text) {
        BigDecimal share = text.matches("[01](\\.\\d{1,6})?") ? new BigDecimal(text) : BigDecimal.ZERO;
        if (share.compareTo(new BigDecimal("0.2")) < 0 || share.compareTo(BigDecimal.ONE) > 0)
            throw new IllegalArgumentException("it must be a number from 0.2 to 1, such as 0.8");
        return share.doubleValue();
    }

    private static String seed(String text) {
        if (text.isBlank() || text.length() > LONGEST_SEED || text.chars().anyMatch(Character::isISOControl))
            throw new IllegalArgumentException("it must be one line of 1 to %d characters".formatted(LONGEST_SEED));
        return text;
    }

    boolean help() {
        return typed.has(Typed.HELP);
    }

    Optional<String> out() {
        return typed.find("--out");
    }

    boolean force() {
        return typed.has("--force");
    }

    String round() {
        return typed.option("--round", "");
    }

    Optional<String> agencies() {
        return typed.find("--agencies");
    }

    String framework() {
        return typed.option("--framework", FRAMEWORK);
    }

    /** As it can be typed again, for the folder to say how it was made. */
    String command() {
        return typed.given().entrySet().stream()
                .filter(option ->
                        OWN.contains(option.getKey()) && !option.getKey().equals("--out"))
                .sorted(Map.Entry.comparingByKey())
                .map(option -> " " + option.getKey() + " " + quoted(option.getValue()))
                .collect(Collectors.joining("", "./prongsai demo --out DIR", ""));
    }

    private static String quoted(String value) {
        return value.matches("[\\w.,=/-]+") ? value : "'" + value.replace("'", "'\\''") + "'";
    }

    private record Reading(Typed typed, List<String> faults) {

        <T> Optional<T> read(String name, Function<String, T> reading) {
            return typed.find(name).flatMap(text -> {
                try {
                    return Optional.of(reading.apply(text));
                } catch (IllegalArgumentException wrong) {
                    faults.add("%s %s: %s".formatted(name, text, wrong.getMessage()));
                    return Optional.empty();
                }
            });
        }

        void together() {
            boolean out = typed.has("--out");
            boolean round = typed.has("--round");
            if (out == round) faults.add("name either --out DIR or --round ID" + (out ? ", not both" : ""));
            if (out && typed.option("--out", "").isBlank()) faults.add("--out: name a folder");
            if (round && !typed.option("--round", "").matches("[a-z0-9]+(-[a-z0-9]+)*"))
                faults.add("--round %s: a round is named by small letters, digits and hyphens"
                        .formatted(typed.option("--round", "")));
            if (round && typed.has("--framework"))
                faults.add("--framework goes with --out only: a round names its own framework");
            if (!out && typed.has("--force")) faults.add("--force goes with --out only");
        }
    }
}
