package org.prongsai.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaParameter;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which features may ask for which database. */
final class Databases {

    private static final String QUALIFIER = "org.springframework.beans.factory.annotation.Qualifier";
    private static final String CLIENT = "org.prongsai.messaging.PostgresClient";

    static final Rule TICKETS_AND_RESPONSES_LIE_APART = new Rule(
            "Who knows the tickets' database does not know the responses'",
            "Whoever may read both can join them, whatever package it is in.",
            "Ask the feature that owns the database for a number that says nothing of one person; only what is in "
                    + Features.INVITING + " may ask for \"tickets\", and none of it for \"responses\". What is in "
                    + Features.WRITING + " asks for \"assessment\" alone.",
            code -> code.module().equals("assessment")
                    ? code.main().stream()
                            .filter(type -> !type.getPackageName().equals(code.basePackage()))
                            .flatMap(Databases::findings)
                            .sorted()
                            .toList()
                    : List.of());

    private Databases() {}

    private static Stream<String> findings(JavaClass type) {
        var own = own(type.getPackageName().substring(Code.ROOT.length()));
        return type.getConstructors().stream()
                .flatMap(constructor -> constructor.getParameters().stream())
                .filter(Databases::isDatabase)
                .map(Databases::name)
                .filter(name -> !own.contains(name))
                .map(name -> "%s asks for %s".formatted(Place.of(type), name));
    }

    private static Set<String> own(String feature) {
        if (Features.WRITING.contains(feature)) {
            return Set.of("assessment");
        }
        return Set.of("assessment", Features.INVITING.contains(feature) ? "tickets" : "responses");
    }

    private static boolean isDatabase(JavaParameter parameter) {
        return parameter.getRawType().getName().equals(CLIENT);
    }

    private static String name(JavaParameter parameter) {
        return parameter
                .tryGetAnnotationOfType(QUALIFIER)
                .flatMap(qualifier -> qualifier.get("value"))
                .map(Object::toString)
                .orElse("a database without its name");
    }
}
