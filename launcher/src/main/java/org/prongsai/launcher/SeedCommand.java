package org.prongsai.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Loads the demo data through the gateway, as any other client would. */
final class SeedCommand {

    private SeedCommand() {}

    static int run(Path home, List<String> arguments, Map<String, String> environment) {
        return load(home, LaunchSettings.ports(environment), arguments);
    }

    /** Returns the loader's exit status. */
    static int load(Path home, Ports ports, List<String> arguments) {
        return new SeedsCommand(home, ports).run(List.of("-XX:TieredStopAtLevel=1"), List.of(), arguments);
    }
}
