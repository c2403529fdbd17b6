package org.prongsai.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A clone whose script is the real one; its Java only tells how it was called, and its Maven does nothing. */
record FakeClone(Path folder) {

    private static final List<String> MODULES = List.of(
            "contracts",
            "methodology",
            "blind-tickets",
            "messaging",
            "web",
            "local-world",
            "gateway",
            "assessment-service",
            "scoring-service",
            "disclosure-service",
            "notification-service",
            "portal",
            "seeds",
            "launcher");

    record Said(int status, String text) {}

    static FakeClone in(Path folder) throws IOException {
        var clone = new FakeClone(folder);
        Files.copy(Path.of("..", "prongsai"), folder.resolve("prongsai"));
        Files.writeString(folder.resolve("pom.xml"), "");
        clone.program("jdk/bin/java", "printf '%s\\n' \"LC_ALL=${LC_ALL:-}\" \"process=$$\" \"$@\"");
        clone.program("jdk/bin/javac", "echo javac 25");
        clone.program("bin/mvn", "exit 0");
        for (var module : MODULES) {
            Files.createDirectories(folder.resolve(module).resolve("target"));
        }
        Files.writeString(folder.resolve("launcher/target/launcher-1.jar"), "launcher");
        for (var module : MODULES) {
            Files.writeString(clone.stamp(module), "");
        }
        return clone;
    }

    Path stamp(String module) {
        return folder.resolve(module).resolve("target/.built");
    }

    /** With nothing in the environment but what a shell cannot do without, and this. */
    Said run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(folder.resolve("prongsai").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment().putAll(environment);
        var process = builder.start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }

    private void program(String name, String body) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/usr/bin/env bash\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
