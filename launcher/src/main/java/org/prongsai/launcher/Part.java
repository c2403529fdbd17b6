package org.prongsai.launcher;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One process of the platform: where it serves, what it offers to others besides its port, what must be up before it
 * starts, and whom it calls once it runs.
 */
public record Part(
        String name, int port, boolean managed, Map<String, Integer> offers, Set<String> needs, Set<String> calls) {

    static Part service(String name, int port, Set<String> needs, Set<String> calls) {
        return new Part(name, port, true, Map.of(), needs, calls);
    }

    /** Only services have one; zero says none. */
    public int managementPort() {
        return managed ? port + 1000 : 0;
    }

    boolean provides(String need) {
        return name.equals(need) || offers.containsKey(need);
    }

    Stream<Integer> ports() {
        return Stream.concat(Stream.of(port, managementPort()), offers.values().stream())
                .filter(number -> number > 0)
                .sorted();
    }

    String healthUrl(Ports ports) {
        return managed ? ports.url(managementPort()) + "/actuator/health/readiness" : ports.url(port) + "/health";
    }

    /** The word its address has in the environment: PRONGSAI_ASSESSMENT. */
    String variable() {
        return "PRONGSAI_" + name.replace("-service", "").replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
