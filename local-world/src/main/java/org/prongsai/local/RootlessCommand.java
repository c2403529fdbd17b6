package org.prongsai.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lets root run Postgres, which refuses to run as root: in a user namespace of its own, or where containers forbid that,
 * as nobody with the one capability that lets it reach its folder.
 */
enum RootlessCommand {
    AS_IS(List.of()),
    NAMESPACE(List.of("unshare", "-U")),
    NOBODY(List.of(
            "setpriv",
            // Without this, access(2) forgets the capability, and initdb asks it whether it may run its own binaries.
            "--securebits=+no_setuid_fixup",
            "--reuid=65534",
            "--regid=65534",
            "--clear-groups",
            "--inh-caps=+dac_override",
            "--ambient-caps=+dac_override"));

    private static final int NOBODY_ID = 65534;

    private final List<String> prefix;

    RootlessCommand(List<String> prefix) {
        this.prefix = prefix;
    }

    static RootlessCommand ofThisUser() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return AS_IS;
        }
        return Stream.of(NAMESPACE, NOBODY)
                .filter(RootlessCommand::works)
                .findFirst()
                .orElseThrow(() -> new Refusal("Postgres refuses to run as root, and neither 'unshare -U' nor"
                        + " 'setpriv' works here: start as a normal user"));
    }

    List<String> wrap(List<String> command) {
        return Stream.concat(prefix.stream(), command.stream()).toList();
    }

    /** Postgres wants to own its data folder, and the one who owns it may have changed since the last start. */
    void own(Path folder) {
        if (this == AS_IS) {
            return;
        }
        int owner = this == NOBODY ? NOBODY_ID : 0;
        try {
            if (Files.getAttribute(folder, "unix:uid").equals(owner)) {
                return;
            }
            try (var paths = Files.walk(folder)) {
                for (var path : paths.toList()) {
                    Files.setAttribute(path, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
                    Files.setAttribute(path, "unix:gid", owner, LinkOption.NOFOLLOW_LINKS);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot give " + folder + " to Postgres", e);
        }
    }

    private boolean works() {
        try {
            return new ProcessBuilder(wrap(List.of("true")))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
