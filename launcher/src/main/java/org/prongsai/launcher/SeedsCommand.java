package org.prongsai.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
        command.addAll(List.of(
                "--gateway",
                ports.url(Topology.GATEWAY.port()),
                "--token-endpoint",
                ports.url(Topology.LOCAL_WORLD.port()) + "/oauth2/token"));
        command.addAll(arguments);
        return run(command);
    }

    private static int run(List<String> command) {
        try {
            Process program = new ProcessBuilder(command).inheritIO().start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(program), "end-seeds"));
            return program.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the program of the seeds", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 130;
        }
    }

    private static void end(Process program) {
        program.destroy();
        program.onExit().join();
    }
}
