package org.prongsai.local;

import java.nio.file.Path;

/** Starts Postgres and is gone without stopping it, as if it had been killed. */
public final class KilledWorld {

    static final int STATUS = 9;

    private KilledWorld() {}

    public static void main(String[] arguments) {
        new PostgresServer(Path.of(arguments[0]), Integer.parseInt(arguments[1])).start();
        Runtime.getRuntime().halt(STATUS);
    }
}
