package org.prongsai.seeds;

import java.io.OutputStream;
import java.io.PrintStream;

/** Tells the person at the terminal what is being done, with a bar where lines can be overwritten. */
final class ProgressWriter {

    private static final int WIDTH = 30;

    private final PrintStream out;
    private final boolean terminal;

    ProgressWriter(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    static ProgressWriter silent() {
        return new ProgressWriter(new PrintStream(OutputStream.nullOutputStream()), false);
    }

    void during(String name, int done, int of) {
        if (!terminal) return;
        int filled = of == 0 ? WIDTH : WIDTH * done / of;
        out.printf("\r  %-34s [%s%s] %,d/%,d", name, "=".repeat(filled), " ".repeat(WIDTH - filled), done, of);
        out.flush();
    }

    void done(Step step) {
        out.printf("%s  %-34s %s%n", terminal ? "\r\033[K" : "", step.name(), step.result());
    }
}
