package org.prongsai.launcher;

/** Runs and answers nobody. */
public final class MuteProcess {

    private MuteProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.out.println("counting the stars");
        Thread.currentThread().join();
    }
}
