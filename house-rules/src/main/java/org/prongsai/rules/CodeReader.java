package org.prongsai.rules;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** Finds a module's folder and reads its class files and sources; knows Maven's layout. */
final class CodeReader {

    /** What a tool writes in a package of its own is nobody's style. */
    private static final ImportOption WRITTEN_BY_HAND = location -> !location.contains("/jmh_generated/");

    private CodeReader() {}

    /** The module under test is the one whose classes lie in folders, not in a jar; no working directory matters. */
    static Code onClassPath(String basePackage) {
        Set<Path> folders = folders(basePackage.replace('.', '/'));
        if (folders.size() != 1) {
            throw new IllegalStateException("Expected the classes of %s in the target folder of one module, found %s. "
                            .formatted(basePackage, folders)
                    + "Is the package name spelled as in the module, and is the module compiled?");
        }
        return read(folders.iterator().next(), basePackage);
    }

    static Code read(Path module, String basePackage) {
        return new Code(
                basePackage,
                classes(module.resolve("target/classes")),
                classes(module.resolve("target/test-classes")),
                sources(module, "src/main/java"),
                sources(module, "src/test/java"));
    }

    private static Set<Path> folders(String packagePath) {
        try {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            return Collections.list(loader.getResources(packagePath)).stream()
                    .filter(url -> url.getProtocol().equals("file"))
                    .map(url -> moduleOf(url, packagePath))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path moduleOf(URL packageFolder, String packagePath) {
        Path classes = Path.of(URI.create(packageFolder.toString()));
        for (int i = 0; i < packagePath.split("/").length; i++) {
            classes = classes.resolve("..");
        }
        return classes.resolve("../..").normalize();
    }

    /** Names are all the rules need: resolving every class of Spring would take seconds and add nothing. */
    private static JavaClasses classes(Path folder) {
        ((Logger) LoggerFactory.getLogger("com.tngtech.archunit")).setLevel(Level.WARN);
        return ArchConfiguration.withThreadLocalScope(configuration -> {
            configuration.setResolveMissingDependenciesFromClassPath(false);
            return new ClassFileImporter().withImportOption(WRITTEN_BY_HAND).importPath(folder);
        });
    }

    private static List<SourceFile> sources(Path module, String folder) {
        Path root = module.resolve(folder);
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> java = files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            return SourceReader.read(module, java);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
