package org.prongsai.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A checkout in which every module is built, out of next to nothing. */
record FakeHome(Path folder) {

    static FakeHome in(Path folder) throws IOException {
        var home = new FakeHome(folder);
        for (var part : Topology.PARTS) {
            home.build(part.name(), FakeProcess.class);
        }
        return home;
    }

    void build(String module, Class<?> main) throws IOException {
        var target = folder.resolve(module).resolve("target");
        Files.createDirectories(target);
        var built = target.resolve(module + "-1-exec.jar");
        write(built, main);
        var edition = new EditionStore(target.resolve("app")).folder(AppStore.origin(built));
        Files.createDirectories(edition);
        write(edition.resolve(built.getFileName()), main);
    }

    private static void write(Path jar, Class<?> main) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main.getName());
        var path = main.getName().replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var in = main.getResourceAsStream("/" + path)) {
            out.putNextEntry(new JarEntry(path));
            in.transferTo(out);
        }
    }
}
