package org.prongsai.launcher;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What somebody asked for when starting the platform.
 *
 * @param parts by name of the process; those not named are started as usual
 */
public record LaunchSettings(
        Path home,
        Path data,
        Ports ports,
        boolean fresh,
        boolean ephemeral,
        boolean empty,
        boolean drills,
        Map<String, PartSettings> parts) {

    static final List<String> FLAGS = List.of("--fresh", "--ephemeral", "--empty");

    static LaunchSettings of(Path home, List<String> arguments, Map<String, String> environment) {
        arguments.stream()
                .filter(argument -> !FLAGS.contains(argument))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new Refusal("'%s' is not an option of up: it knows %s and --help."
                            .formatted(unknown, String.join(", ", FLAGS)));
                });
        var ephemeral = arguments.contains("--ephemeral");
        if (ephemeral && arguments.contains("--fresh")) {
            throw new Refusal("--fresh empties the kept folder and --ephemeral uses another one: choose one of them.");
        }
        return new LaunchSettings(
                home,
                ephemeral ? EphemeralStore.ofThisMachine().next() : dataFolder(environment),
                ports(environment),
                arguments.contains("--fresh"),
                ephemeral,
                arguments.contains("--empty"),
                "true".equals(environment.get("PRONGSAI_DRILLS")),
                Map.of());
    }

    /** For tests: nothing is kept, the ports are free ones, and servers can be taken away on purpose. */
    public static LaunchSettings throwaway(Path home) {
        return throwaway(home, Map.of());
    }

    /** The same, with some processes started in a way of their own. */
    public static LaunchSettings throwaway(Path home, Map<String, PartSettings> parts) {
        return new LaunchSettings(
                home, EphemeralStore.ofThisMachine().next(), PortReader.freePorts(), false, true, true, true, parts);
    }

    PartSettings of(Part part) {
        return parts.getOrDefault(part.name(), PartSettings.USUAL);
    }

    FolderStore folder() {
        return new FolderStore(data);
    }

    static Path dataFolder(Map<String, String> environment) {
        var named = environment.getOrDefault("PRONGSAI_DATA", "");
        if (!named.isBlank()) {
            return path(named).toAbsolutePath().normalize();
        }
        var shared = environment.getOrDefault("XDG_DATA_HOME", "");
        var parent = shared.isBlank() ? Path.of(System.getProperty("user.home"), ".local", "share") : path(shared);
        return parent.resolve("prongsai").toAbsolutePath();
    }

    /** Java reads names of files as the locale says that they are written. */
    private static Path path(String named) {
        try {
            return Path.of(named);
        } catch (InvalidPathException e) {
            throw new Refusal("'%s' cannot be a folder's name here (%s): name another one, or set LC_ALL=C.UTF-8."
                    .formatted(named, e.getReason()));
        }
    }

    static Ports ports(Map<String, String> environment) {
        var base = environment.getOrDefault("PRONGSAI_PORT_BASE", "");
        try {
            return new Ports(base.isBlank() ? Ports.DEFAULT_BASE : Integer.parseInt(base.strip()));
        } catch (NumberFormatException e) {
            throw new Refusal("PRONGSAI_PORT_BASE is '%s': it must be a port number such as 18080.".formatted(base));
        } catch (IllegalArgumentException e) {
            throw new Refusal(e.getMessage() + ".");
        }
    }
}
