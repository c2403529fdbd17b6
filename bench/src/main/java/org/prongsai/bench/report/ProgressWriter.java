package org.prongsai.bench.report;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Tells the person who waits what is being done: a line that is overwritten at a terminal, now and then one elsewhere. */
public final class ProgressWriter {

    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration LINE_EVERY = Duration.ofSeconds(20);

    private final PrintStream out;
    private final boolean terminal;
    private final long began = System.nanoTime();
    private long told = System.nanoTime();

    private ProgressWriter(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** On the error stream, so that the result alone is what can be kept. */
    public static ProgressWriter ofThisTerminal() {
        var console = System.console();
        return new ProgressWriter(System.err, console != null && console.isTerminal());
    }

    public static ProgressWriter silent() {
        return new ProgressWriter(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), false);
    }

    public void say(String sentence) {
        out.printf("%s%6.1f s  %s%n", terminal ? "\r\033[K" : "", seconds(), sentence);
        told = System.nanoTime();
    }

    public void during(String name, long done) {
        if (System.nanoTime() - told < (terminal ? EVERY : LINE_EVERY).toNanos()) {
            return;
        }
        told = System.nanoTime();
        out.printf(terminal ? "\r\033[K%6.1f s  %s … %,d" : "%6.1f s  %s … %,d%n", seconds(), name, done);
        out.flush();
    }

    private double seconds() {
        return (System.nanoTime() - began) / 1e9;
    }
}
