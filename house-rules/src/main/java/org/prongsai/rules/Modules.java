package org.prongsai.rules;

import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The map of the house: which module may know which. Services tell each other events and nothing else. */
public final class Modules {

    /** Module → those it may know in its main code. A new module is a new line here. */
    public static final Map<String, Set<String>> MAY_KNOW = Map.ofEntries(
            entry("contracts", Set.of()),
            entry("methodology", Set.of()),
            entry("blind", Set.of()),
            entry("rules", Set.of()),
            entry("messaging", Set.of("contracts")),
            entry("web", Set.of("contracts")),
            entry("gateway", Set.of("contracts")),
            entry("portal", Set.of("contracts", "web")),
            entry("assessment", Set.of("contracts", "messaging", "web", "methodology", "blind")),
            entry("scoring", Set.of("contracts", "messaging", "web", "methodology")),
            entry("disclosure", Set.of("contracts", "messaging", "web", "methodology")),
            entry("notification", Set.of("contracts", "messaging", "web")),
            entry("local", Set.of()),
            entry("seeds", Set.of("methodology", "blind")),
            entry("launcher", Set.of()),
            entry("e2e", Set.of("launcher", "seeds", "blind")),
            entry("bench", Set.of("contracts", "messaging", "methodology", "web", "blind", "launcher", "seeds")));

    static final Rule KNOW_ONLY_THOSE_BELOW = new Rule(
            "Modules know only those below them",
            "A service that knows another's classes cannot be changed, started or understood alone; contracts,"
                    + " methodology and blind-tickets are leaves so that everyone can afford to know them.",
            "Announce an event in contracts and react to it. If the map itself is wrong, change it in"
                    + " org.prongsai.rules.Modules and say why in docs/decisions.",
            code -> code.main().stream()
                    .flatMap(type -> strangers(code.module(), type))
                    .distinct()
                    .sorted()
                    .toList());

    private Modules() {}

    /** The module's word: {@code scoring} for anything in {@code org.prongsai.scoring}. */
    static String of(String packageName) {
        return packageName.replaceFirst("^" + Code.ROOT.replace(".", "\\."), "").replaceFirst("\\..*$", "");
    }

    /** Whether main code of a module may know classes of another. */
    public static boolean mayKnow(String module, String other) {
        return module.equals(other) || MAY_KNOW.getOrDefault(module, Set.of()).contains(other);
    }

    private static Stream<String> strangers(String module, JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(target -> target.getPackageName().startsWith(Code.ROOT))
                .filter(target -> !mayKnow(module, of(target.getPackageName())))
                .map(target -> "%s knows %s, but %s may know only %s"
                        .formatted(
                                Place.of(type),
                                target.getName(),
                                module,
                                MAY_KNOW.getOrDefault(module, Set.of()).stream()
                                        .sorted()
                                        .toList()));
    }
}
