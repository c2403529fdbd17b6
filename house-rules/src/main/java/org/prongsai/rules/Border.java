package org.prongsai.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Where the program ends: which class names may touch the world, and that no other does. */
final class Border {

    static final List<String> SUFFIXES = List.of(
            "Endpoint",
            "Page",
            "Filter",
            "Handler",
            "Listener",
            "Job",
            "Store",
            "Client",
            "Relay",
            "Reader",
            "Writer",
            "Server",
            "Command",
            "Config",
            "Settings",
            "Application");

    static final Rule BARE_NOUNS_ARE_PURE = new Rule(
            "The suffix is the border",
            "A class whose name is a bare noun decides and nothing else, so it is tested without a database, a clock or"
                    + " luck, and a listing of files shows where the world begins.",
            "Hand the value in (the Instant, the id, the text, a RandomGenerator), or move this part to a class that"
                    + " ends in one of " + String.join(", ", SUFFIXES) + ".",
            code -> code.main().stream()
                    .filter(Border::isBareNoun)
                    .flatMap(Border::trespasses)
                    .distinct()
                    .sorted()
                    .toList());

    private Border() {}

    /** What starts with Test is there for the tests of other modules, which are exempt. */
    static boolean isBareNoun(JavaClass type) {
        String name = Code.simpleName(Code.outermost(type));
        return !name.equals("package-info")
                && !name.startsWith("Test")
                && SUFFIXES.stream().noneMatch(name::endsWith);
    }

    private static Stream<String> trespasses(JavaClass type) {
        var firstLineOf = new TreeMap<String, Integer>();
        type.getDirectDependenciesFromSelf().forEach(dependency -> World.touchedBy(dependency)
                .ifPresent(what -> firstLineOf.merge(
                        what, dependency.getSourceCodeLocation().getLineNumber(), Border::earlier)));
        type.getAccessesFromSelf().forEach(access -> World.touchedBy(access)
                .ifPresent(what -> firstLineOf.merge(what, access.getLineNumber(), Border::earlier)));
        return firstLineOf.entrySet().stream()
                .map(entry -> "%s touches %s".formatted(Place.of(type, entry.getValue()), entry.getKey()));
    }

    /** Line 0 means that the class file has no line for it, as for fields and annotations. */
    private static int earlier(int one, int other) {
        return one == 0 || other == 0 ? Math.max(one, other) : Math.min(one, other);
    }
}
