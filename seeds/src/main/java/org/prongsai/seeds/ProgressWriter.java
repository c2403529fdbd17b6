package org.prongsai.seeds;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Tells the person at the terminal what is being done, with a bar where lines can be overwritten and a line now and then elsewhere. */
final class ProgressWriter {

    private static final int WIDTH = 30;
    private static final Duration BAR_EVERY = Duration.ofMillis(100);
    private static final Duration LINE_EVERY = Duration.ofSeconds(10);

    private final PrintStream out;
    private final boolean terminal;
    private final LongSupplier nanos;
    private long told;

    ProgressWriter(PrintStream out, boolean terminal) {
        this(out, terminal, System::nanoTime);
    }

    ProgressWriter(PrintStream out, boolean terminal, LongSupplier nanos) {
        this.out = out;
        this.terminal = terminal;
        this.nanos = nanos;
        this.told = nanos.getAsLong();
    }

    static ProgressWriter silent() {
        return new ProgressWriter(new PrintStream(OutputStream.nullOutputStream()), false);
    }

    void during(String name, int done, int of) {
        long now = nanos.getAsLong();
        boolean due = now - told >= (terminal ? BAR_EVERY : LINE_EVERY).toNanos();
        if (!due && !(terminal && done == of)) return;
        told = now;
        if (terminal) bar(name, done, of);
        else out.printf("  %-34s %,d of %,d%n", name, done, of);
    }

    private void bar(String name, int done, int of) {
        int filled = of == 0 ? WIDTH : (int) ((long) WIDTH * done / of);
        out.printf("\r  %-34s [%s%s] %,d/%,d", name, "=".repeat(filled), " ".repeat(WIDTH - filled), done, of);
        out.flush();
    }

    void done(Step step) {
        out.printf("%s  %-34s %s%n", terminal ? "\r\033[K" : "", step.name(), step.result());
    }

    void note(String sentence) {
        out.printf("%s  %s%n", terminal ? "\r\033[K" : "", sentence);
    }
}
