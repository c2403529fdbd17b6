package org.prongsai.rules;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.prongsai.rules.SourceFile.Kind;
import org.prongsai.rules.SourceFile.Method;
import org.prongsai.rules.SourceFile.TopType;

/** How a module reads, in numbers that are looked at and never enforced. */
record Taste(String module, List<String> lines) {

    private static final int PARAMETERS = 5;
    private static final int WORDS = 3;

    static Taste of(String module, List<SourceFile> sources) {
        List<SourceFile> files = sources.stream()
                .filter(file -> !file.types().isEmpty())
                .sorted(Comparator.comparingInt(SourceFile::lines))
                .toList();
        List<Method> methods = files.stream()
                .flatMap(file -> file.methods().stream())
                .sorted(Comparator.comparingInt(Method::lines))
                .toList();
        return new Taste(
                module,
                Stream.of(size(files, methods), remarks(files, methods))
                        .flatMap(s -> s)
                        .toList());
    }

    private static Stream<String> size(List<SourceFile> files, List<Method> methods) {
        if (files.isEmpty() || methods.isEmpty()) {
            return Stream.of("%d files, %d methods".formatted(files.size(), methods.size()));
        }
        SourceFile longest = files.getLast();
        Method longestMethod = methods.getLast();
        return Stream.of(
                "%d files: median %d lines (60), longest %d: %s"
                        .formatted(files.size(), at(files, 0.5).lines(), longest.lines(), longest.path()),
                "%d methods: median %d lines (5), p95 %d (15), longest %d: %s"
                        .formatted(
                                methods.size(),
                                at(methods, 0.5).lines(),
                                at(methods, 0.95).lines(),
                                longestMethod.lines(),
                                longestMethod.name()));
    }

    private static Stream<String> remarks(List<SourceFile> files, List<Method> methods) {
        Stream<String> constructors = methods.stream()
                .filter(method -> method.kind() == Kind.CONSTRUCTOR && method.parameters() > PARAMETERS)
                .map(method -> "constructor of %s takes %d parameters (%d)"
                        .formatted(method.name(), method.parameters(), PARAMETERS));
        Stream<String> nesting = files.stream()
                .filter(file -> file.flatMapNesting() > 1)
                .map(file -> "flatMap in flatMap, %d deep (1): %s".formatted(file.flatMapNesting(), file.path()));
        return Stream.of(constructors, nesting, files.stream().flatMap(Taste::remarks))
                .flatMap(s -> s);
    }

    private static Stream<String> remarks(SourceFile file) {
        Stream<String> silent = file.types().stream()
                .filter(type -> !type.hasSentence())
                .map(type -> "no sentence on what it understands: " + type.name());
        Stream<String> wordy = file.types().stream()
                .map(TopType::name)
                .filter(name -> words(name) > WORDS)
                .map(name -> "name of %d words (%d): %s".formatted(words(name), WORDS, name));
        return Stream.concat(silent, wordy);
    }

    private static int words(String name) {
        return name.split("(?<=[a-z0-9])(?=[A-Z])").length;
    }

    private static <T> T at(List<T> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(sorted.size() * share)));
    }
}
