package org.prongsai.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Runs a program in this terminal until it ends; it ends when the launcher does. */
final class ProgramCommand {

    private static final int INTERRUPTED = 130;

    private ProgramCommand() {}

    /** Returns the program's exit status. */
    static int run(List<String> command, Map<String, String> environment) {
        try {
            var builder = new ProcessBuilder(command).inheritIO();
            builder.environment().putAll(environment);
            Process program = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(program), "end-program"));
            return program.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + command.getFirst(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return INTERRUPTED;
        }
    }

    private static void end(Process program) {
        program.destroy();
        program.onExit().join();
    }
}
