package org.prongsai.launcher;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The map of the system: what runs, on which port, and what it needs. Compose file and cluster manifests follow it. */
public final class Topology {

    private static final Set<String> STORES = Set.of("postgres", "kafka");

    public static final Part LOCAL_WORLD = new Part(
            "local-world",
            8090,
            false,
            Map.of("postgres", 15432, "kafka", 19092, "kafka-controller", 19093, "mail", 12525),
            Set.of(),
            Set.of());

    public static final Part GATEWAY = Part.service(
            "gateway",
            8080,
            Set.of(),
            Set.of("assessment-service", "scoring-service", "disclosure-service", "notification-service", "portal"));

    /** In the order in which they are listed to people; {@code needs} decides the order of starting. */
    public static final List<Part> PARTS = List.of(
            LOCAL_WORLD,
            GATEWAY,
            Part.service("assessment-service", 8101, STORES, Set.of("mail")),
            Part.service("scoring-service", 8102, STORES, Set.of()),
            Part.service("disclosure-service", 8103, STORES, Set.of()),
            Part.service("notification-service", 8104, STORES, Set.of("mail")),
            Part.service("portal", 8105, Set.of(), Set.of("assessment-service")));

    private Topology() {}

    public static Part named(String name) {
        return providerOf(name);
    }

    static Part providerOf(String need) {
        return PARTS.stream()
                .filter(part -> part.provides(need))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing provides " + need));
    }

    static int portOf(String offer) {
        var provider = providerOf(offer);
        return provider.offers().getOrDefault(offer, provider.port());
    }
}
