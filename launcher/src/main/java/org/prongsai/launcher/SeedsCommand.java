package org.prongsai.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the program of the seeds in this terminal, told where the platform of this machine is; it ends when the launcher does. */
record SeedsCommand(Path home, Ports ports) {

    /**
     * Returns the program's exit status.
     *
     * @param jvm options beside those that every run has
     * @param task what the program is to do, before the options; none loads the seeds
     */
    int run(List<String> jvm, List<String> task, List<String> arguments) {
        var command = new ArrayList<>(List.of(AppStore.java().toString(), "-XX:+UseSerialGC", "-Xmx256m"));
        command.addAll(jvm);
        command.addAll(List.of("-jar", new AppStore(home).packed("seeds").toString()));
        command.addAll(task);
        command.addAll(addressed(ports, arguments));
        return ProgramCommand.run(command, Map.of());
    }

    /** With the addresses of this machine where none are named: the program takes each option once. */
    static List<String> addressed(Ports ports, List<String> arguments) {
        var all = new ArrayList<String>();
        if (!arguments.contains("--gateway")) all.addAll(List.of("--gateway", ports.url(Topology.GATEWAY.port())));
        if (!arguments.contains("--token-endpoint"))
            all.addAll(List.of("--token-endpoint", ports.url(Topology.LOCAL_WORLD.port()) + "/oauth2/token"));
        all.addAll(arguments);
        return all;
    }
}
