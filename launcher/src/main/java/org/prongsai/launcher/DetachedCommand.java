package org.prongsai.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Keeps Ctrl-C at the terminal from reaching the children before the launcher has stopped them in order. */
final class DetachedCommand {

    static final List<String> PREFIX = prefix();

    private DetachedCommand() {}

    private static List<String> prefix() {
        if (isThere("setsid")) {
            return List.of("setsid");
        }
        return isThere("perl") ? List.of("perl", "-MPOSIX", "-e", "POSIX::setsid(); exec @ARGV") : List.of();
    }

    private static boolean isThere(String program) {
        return List.of("/usr/bin", "/bin", "/usr/local/bin").stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
