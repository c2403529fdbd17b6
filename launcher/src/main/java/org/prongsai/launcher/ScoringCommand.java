package org.prongsai.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs what the scoring service can do beside its serving, {@code recount} and {@code rebuild}, with the same settings. */
final class ScoringCommand {

    private static final String SERVICE = "scoring-service";

    /** The tallies of a nation, and what Kafka sends at once, in half a gigabyte. */
    static final List<String> JVM = List.of(
            // Whichever thread fills it: the others would wait for what never comes.
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+UseParallelGC",
            "-XX:ParallelGCThreads=2",
            "-Xmx288m",
            "-XX:MaxDirectMemorySize=32m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private static final int COULD_NOT_RUN = 2;
    private static final int MEMORY_FULL = 3;

    private ScoringCommand() {}

    /** Returns the exit status: 2 where it could not run. */
    static int run(Path home, String word, List<String> arguments, Map<String, String> environment) {
        try {
            var data = LaunchSettings.dataFolder(environment);
            var ports = LaunchSettings.ports(environment);
            if (!Files.exists(data.resolve("secrets").resolve(SERVICE)))
                throw new Refusal(
                        "No platform was ever started with the data folder %s: name another one in PRONGSAI_DATA, or start it with ./prongsai up."
                                .formatted(data));
            var command = new ArrayList<>(List.of(AppStore.java().toString()));
            command.addAll(JVM);
            command.addAll(List.of("-jar", new AppStore(home).jar(SERVICE).toString(), word));
            command.addAll(arguments);
            return ended(ProgramCommand.run(
                    command, new HashMap<>(Surroundings.of(Topology.named(SERVICE), ports, data.toString(), false))));
        } catch (Refusal refused) {
            System.err.println(refused.getMessage());
            return COULD_NOT_RUN;
        }
    }

    static int ended(int exit) {
        if (exit != MEMORY_FULL) return exit;
        System.err.println(
                "The log holds more than fits into memory, so nothing was changed. Each round can be counted alone: recount --round R.");
        return COULD_NOT_RUN;
    }
}
