package org.prongsai.launcher;

/** Ends at once, saying why. */
public final class DyingProcess {

    private DyingProcess() {}

    public static void main(String[] arguments) {
        System.out.println("the moon cannot be reached");
        System.exit(3);
    }
}
