package org.prongsai.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
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
        var command = new ArrayList<>(List.of(
                AppStore.java().toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-jar",
                new AppStore(home).packed("seeds").toString(),
                "--gateway",
                ports.url(Topology.GATEWAY.port()),
                "--token-endpoint",
                ports.url(Topology.LOCAL_WORLD.port()) + "/oauth2/token"));
        command.addAll(arguments);
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the seed loader", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 130;
        }
    }
}
