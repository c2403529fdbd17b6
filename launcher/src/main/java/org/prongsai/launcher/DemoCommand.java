package org.prongsai.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Makes up a round, as files or in a running platform; returns the exit status. */
final class DemoCommand {

    private DemoCommand() {}

    /** Unlike the loader this may run for minutes, so the JVM compiles for speed. */
    static int run(Path home, List<String> arguments, Map<String, String> environment) {
        return new SeedsCommand(home, LaunchSettings.ports(environment)).run(List.of(), List.of("demo"), arguments);
    }
}
