package org.prongsai.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Every way into a service from outside names the row of the access table that guards it. */
final class Doors {

    private static final String BIND = "org.springframework.web.bind.annotation.";

    private static final Set<String> MAPPINGS = Set.of(
            BIND + "RequestMapping",
            BIND + "GetMapping",
            BIND + "PostMapping",
            BIND + "PutMapping",
            BIND + "PatchMapping",
            BIND + "DeleteMapping");

    private static final String ACCESS = "org.prongsai.web.Access";

    /** Only modules that may know {@code web} have the annotation; the gateway and the sign-in guard themselves. */
    static final Rule EVERY_DOOR_NAMES_WHO_MAY_ENTER = new Rule(
            "Every door names who may enter",
            "A handler without a row in the access table is open by forgetting; a test walks all rows, so it must find"
                    + " them all.",
            "Put @Access(...) on the method, naming the operation of the access table. Public is a row too.",
            code -> Modules.mayKnow(code.module(), "web")
                    ? code.main().stream()
                            .flatMap(type -> type.getMethods().stream())
                            .filter(method ->
                                    isDoor(method) && !annotations(method).contains(ACCESS))
                            .map(method -> "%s has a door without @Access: %s"
                                    .formatted(Place.of(method.getOwner()), method.getName()))
                            .sorted()
                            .toList()
                    : List.of());

    private Doors() {}

    private static boolean isDoor(JavaMethod method) {
        return annotations(method).stream().anyMatch(MAPPINGS::contains);
    }

    private static Set<String> annotations(JavaMethod method) {
        return method.getAnnotations().stream()
                .map(annotation -> annotation.getRawType())
                .map(JavaClass::getName)
                .collect(Collectors.toSet());
    }
}
