package org.prongsai.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A small module written and compiled on the spot, with whatever was planted in it. */
final class Planted {

    private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile("(?:class|record|interface|enum) (\\w+)");

    private final Path folder;
    private final String basePackage;

    private Planted(Path folder, String basePackage) {
        this.folder = folder;
        this.basePackage = basePackage;
    }

    static Planted in(Path folder, String basePackage) {
        return new Planted(folder, basePackage);
    }

    Planted main(String... sources) {
        return compiled("src/main/java", "target/classes", sources);
    }

    Planted test(String... sources) {
        return compiled("src/test/java", "target/test-classes", sources);
    }

    /** The complaint, when exactly this rule and no other is broken. */
    String breaksOnly(Rule rule) {
        Map<String, String> complaints = complaints();
        assertThat(complaints).containsOnlyKeys(rule.name());
        return complaints.get(rule.name());
    }

    void breaksNothing() {
        assertThat(complaints()).isEmpty();
    }

    private Map<String, String> complaints() {
        Code code = CodeReader.read(folder, basePackage);
        Map<String, String> complaints = new LinkedHashMap<>();
        HouseRules.ALL.forEach(
                rule -> rule.complaintAbout(code).ifPresent(complaint -> complaints.put(rule.name(), complaint)));
        return complaints;
    }

    private Planted compiled(String sourceFolder, String classFolder, String... sources) {
        List<Path> files = Stream.of(sources)
                .map(source -> write(folder.resolve(sourceFolder), source))
                .toList();
        compile(files, folder.resolve(classFolder), folder.resolve("target/classes"), Frameworks.compiled());
        return this;
    }

    static void compile(List<Path> files, Path into, Path... classPath) {
        String path = String.join(
                System.getProperty("path.separator"),
                Stream.of(classPath).map(Path::toString).toList());
        var compiler = ToolProvider.getSystemJavaCompiler();
        var problems = new StringBuilder();
        try (var manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            Files.createDirectories(into);
            var options = List.of("-proc:none", "-parameters", "-d", into.toString(), "-cp", path);
            boolean done = compiler.getTask(
                            null,
                            manager,
                            problem -> problems.append(problem).append('\n'),
                            options,
                            null,
                            manager.getJavaFileObjectsFromPaths(files))
                    .call();
            assertThat(done).as(problems.toString()).isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path write(Path root, String source) {
        try {
            Path folder = root.resolve(first(PACKAGE, source).replace('.', '/'));
            Files.createDirectories(folder);
            return Files.writeString(folder.resolve(first(TYPE, source) + ".java"), source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String first(Pattern pattern, String source) {
        Matcher matcher = pattern.matcher(source);
        assertThat(matcher.find()).as("%s in:%n%s", pattern, source).isTrue();
        return matcher.group(1);
    }
}
