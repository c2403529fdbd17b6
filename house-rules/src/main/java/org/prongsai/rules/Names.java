package org.prongsai.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which words say nothing about the thing they name. */
final class Names {

    private static final Set<String> EMPTY_PACKAGES = Set.of(
            "controller",
            "controllers",
            "service",
            "services",
            "repository",
            "repositories",
            "dto",
            "dtos",
            "mapper",
            "mappers",
            "util",
            "utils",
            "common",
            "impl",
            "helper",
            "helpers",
            "manager",
            "managers");

    private static final List<String> EMPTY_ENDINGS =
            List.of("Util", "Utils", "Helper", "Helpers", "Manager", "Impl", "Service");

    static final Rule SAY_WHAT_A_THING_IS = new Rule(
            "Names say what a thing is",
            "A layer or a leftover tells a reader nothing about the domain, and things without a name of their own"
                    + " gather there.",
            "Package by feature (round, ticket, score) and name the class after what it understands; what touches the"
                    + " world takes a border suffix such as Store, Client or Job.",
            code -> code.all().flatMap(Names::empty).distinct().sorted().toList());

    private Names() {}

    private static Stream<String> empty(JavaClass type) {
        String outermost = Code.outermost(type);
        Stream<String> packages = Arrays.stream(type.getPackageName().split("\\."))
                .filter(EMPTY_PACKAGES::contains)
                .map(word -> "%s lies in a package called \"%s\"".formatted(outermost, word));
        Stream<String> endings = EMPTY_ENDINGS.stream()
                .filter(type.getSimpleName()::endsWith)
                .map(word -> "%s ends in \"%s\"".formatted(type.getName(), word));
        return Stream.concat(packages, endings);
    }
}
