package org.prongsai.rules;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Habits that cost more than they give, in main code and in tests. */
final class Habits {

    private static final List<String> MOCKS = List.of(
            "org.mockito.",
            "org.springframework.test.context.bean.override.mockito.",
            "org.springframework.boot.test.mock.",
            "org.easymock.",
            "org.powermock.");

    private static final Set<String> SLEEPS = Set.of("java.lang.Thread.sleep", "java.util.concurrent.TimeUnit.sleep");

    private static final Set<String> INJECTIONS = Set.of(
            "org.springframework.beans.factory.annotation.Autowired",
            "org.springframework.beans.factory.annotation.Value",
            "jakarta.inject.Inject",
            "jakarta.annotation.Resource");

    private static final Set<String> CONSOLE =
            Set.of("java.lang.System.out", "java.lang.System.err", "java.lang.Throwable.printStackTrace");

    /** These talk to a person at a terminal; everything else runs where nobody reads standard output. */
    private static final Set<String> CONSOLE_MODULES = Set.of("launcher", "local", "seeds", "rules", "e2e", "bench");

    static final Rule NO_MOCKS = new Rule(
            "No mocks",
            "A mock repeats what the author believes; it goes on agreeing after the real thing has changed.",
            "Decisions need no mock: hand them values. Use the real Postgres and Kafka for the rest, and a fake with a"
                    + " temper (SlowMailServer, LyingWebsite) for the outside world.",
            code -> code.all().flatMap(Habits::mocks).distinct().sorted().toList());

    static final Rule NOBODY_SLEEPS = new Rule(
            "Nobody sleeps",
            "A sleep is too short on a busy machine and too long on every other.",
            "Wait on a condition, with a deadline: a latch, a future, a query asked again until it holds. Main code is"
                    + " woken by a job or an event.",
            code -> accesses(code.all(), SLEEPS::contains).toList());

    static final Rule NO_FIELD_INJECTION = new Rule(
            "What a class needs comes through its constructor",
            "An injected field can be absent, cannot be final and hides how much a class needs.",
            "Make it a constructor parameter; one constructor needs no annotation. Settings are a ...Settings record.",
            code -> code.main().stream()
                    .flatMap(type -> Stream.concat(type.getFields().stream(), type.getMethods().stream()))
                    .filter(Habits::isInjected)
                    .map(member -> "%s is injected: %s".formatted(Place.of(member.getOwner()), member.getName()))
                    .sorted()
                    .toList());

    static final Rule SERVICES_DO_NOT_PRINT = new Rule(
            "Services log, they do not print",
            "Printed lines have no level, no time and no request, and nobody can turn them off.",
            "Use an SLF4J logger. Only a ...Command prints, for the person who typed it.",
            code -> CONSOLE_MODULES.contains(code.module())
                    ? List.of()
                    : accesses(code.main().stream().filter(Habits::isNoCommand), CONSOLE::contains)
                            .toList());

    private Habits() {}

    private static Stream<String> mocks(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getName())
                .filter(target -> MOCKS.stream().anyMatch(target::startsWith))
                .map(target -> "%s uses %s".formatted(Place.of(type), target));
    }

    private static Stream<String> accesses(Stream<JavaClass> types, Predicate<String> member) {
        return types.flatMap(type -> type.getAccessesFromSelf().stream())
                .filter(access -> member.test(access.getTargetOwner().getName() + "." + access.getName()))
                .map(Habits::describe)
                .distinct()
                .sorted();
    }

    private static String describe(JavaAccess<?> access) {
        return "%s uses %s.%s"
                .formatted(
                        Place.of(access.getOriginOwner(), access.getLineNumber()),
                        access.getTargetOwner().getSimpleName(),
                        access.getName());
    }

    private static boolean isInjected(JavaMember member) {
        return member.getAnnotations().stream()
                .map(JavaAnnotation::getRawType)
                .map(JavaClass::getName)
                .anyMatch(INJECTIONS::contains);
    }

    private static boolean isNoCommand(JavaClass type) {
        return !Code.outermost(type).endsWith("Command");
    }
}
