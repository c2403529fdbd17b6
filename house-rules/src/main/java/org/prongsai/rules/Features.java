package org.prongsai.rules;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.stream.Stream;

/** How a module is divided: flat packages, one per feature, that do not go round in circles. */
final class Features {

    /** Who knows who may answer. */
    static final List<String> INVITING = List.of(
            "assessment.ticket",
            "assessment.draw",
            "assessment.letter",
            "assessment.visit",
            "assessment.contact",
            "assessment.report");

    /** Who knows what was answered. */
    private static final List<String> ANSWERING = List.of("assessment.response", "assessment.pool");

    /** Who takes in what people write in their own words. */
    static final List<String> WRITING = List.of("assessment.comment");

    static final Rule NO_CYCLE = new Rule(
            "Features form no cycle",
            "Two features that know each other are one feature in two folders: neither can be read, moved or tested"
                    + " alone.",
            "Move what both need into the feature that owns it, or let one hand the other a value.",
            Features::cycles);

    static final Rule ONE_LEVEL_DEEP = new Rule(
            "Packages are features, one level deep",
            "A flat list of features is the table of contents of a module; deeper folders hide it.",
            "Keep classes in org.prongsai.<module> or org.prongsai.<module>.<feature>. A feature with more than about"
                    + " twelve files is two features.",
            code -> code.all()
                    .filter(type -> !isFlat(code.basePackage(), type.getPackageName()))
                    .map(type -> "%s lies outside %s.<feature>".formatted(Place.of(type), code.basePackage()))
                    .distinct()
                    .sorted()
                    .toList());

    static final Rule TICKETS_AND_RESPONSES_ARE_STRANGERS = new Rule(
            "Tickets and responses are strangers",
            "The issuer knows who may answer, the intake knows what was answered, and nothing may join them: anonymity"
                    + " is the structure, not a promise.",
            "Let the token travel with the respondent. What both need (round, agency) belongs to neither. What is in "
                    + WRITING + " meets none of them.",
            code -> Stream.concat(acquaintances(code), goBetweens(code))
                    .distinct()
                    .sorted()
                    .toList());

    private Features() {}

    private static List<String> cycles(Code code) {
        return slices().matching(code.basePackage() + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .evaluate(code.main())
                .getFailureReport()
                .getDetails();
    }

    private static boolean isFlat(String base, String name) {
        return name.equals(base)
                || (name.startsWith(base + ".")
                        && !name.substring(base.length() + 1).contains("."));
    }

    private static Stream<String> acquaintances(Code code) {
        return Stream.of(
                        acquaintances(code, INVITING, ANSWERING),
                        acquaintances(code, INVITING, WRITING),
                        acquaintances(code, ANSWERING, WRITING))
                .flatMap(each -> each);
    }

    private static Stream<String> acquaintances(Code code, List<String> some, List<String> others) {
        return some.stream().flatMap(one -> others.stream()
                .flatMap(other -> Stream.concat(crossings(code, one, other), crossings(code, other, one))));
    }

    /** Packages that know one of each side, and could join them. */
    private static Stream<String> goBetweens(Code code) {
        return code.main().stream()
                .map(JavaClass::getPackageName)
                .distinct()
                .filter(name -> name.startsWith(Code.ROOT))
                .map(name -> name.substring(Code.ROOT.length()))
                .filter(name -> !INVITING.contains(name) && !ANSWERING.contains(name))
                .filter(name -> INVITING.stream()
                                .anyMatch(side ->
                                        crossings(code, name, side).findAny().isPresent())
                        && ANSWERING.stream()
                                .anyMatch(side ->
                                        crossings(code, name, side).findAny().isPresent()))
                .map(name -> Code.ROOT + name + " knows both sides");
    }

    private static Stream<String> crossings(Code code, String from, String to) {
        return code.main().stream()
                .filter(type -> type.getPackageName().equals(Code.ROOT + from))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency ->
                        dependency.getTargetClass().getPackageName().equals(Code.ROOT + to))
                .map(Features::describe);
    }

    private static String describe(Dependency dependency) {
        return "%s knows %s"
                .formatted(
                        Place.of(
                                dependency.getOriginClass(),
                                dependency.getSourceCodeLocation().getLineNumber()),
                        dependency.getTargetClass().getName());
    }
}
