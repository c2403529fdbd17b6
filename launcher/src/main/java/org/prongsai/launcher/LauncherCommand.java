package org.prongsai.launcher;

import java.nio.file.Path;
import java.util.Arrays;

/** What {@code ./prongsai} calls: understands the command's name and turns a refusal into one sentence. */
public final class LauncherCommand {

    private LauncherCommand() {}

    public static void main(String[] arguments) {
        var home = Path.of(System.getProperty("prongsai.home", "."))
                .toAbsolutePath()
                .normalize();
        var command = arguments.length == 0 ? "up" : arguments[0];
        var rest = Arrays.stream(arguments).skip(1).toList();
        try {
            switch (command) {
                case "up" -> UpCommand.run(LaunchSettings.of(home, rest, System.getenv()));
                case "seed" -> System.exit(SeedCommand.run(home, rest, System.getenv()));
                case "demo" -> System.exit(DemoCommand.run(home, rest, System.getenv()));
                case "recount", "rebuild" -> System.exit(ScoringCommand.run(home, command, rest, System.getenv()));
                default ->
                    throw new Refusal(
                            "'%s' is not a command of the launcher: it knows up, seed, demo, recount and rebuild."
                                    .formatted(command));
            }
        } catch (Refusal e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
