package org.prongsai.rules;

/** Prints how a module reads into the build's output. */
final class TasteWriter {

    private TasteWriter() {}

    static void print(Taste taste) {
        System.out.println("Taste of " + taste.module());
        taste.lines().forEach(line -> System.out.println("  " + line));
    }
}
