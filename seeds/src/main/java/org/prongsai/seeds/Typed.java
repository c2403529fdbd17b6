package org.prongsai.seeds;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.prongsai.seeds.http.Door;

/** The options a person typed, filled up from the environment and the defaults of the local world. */
record Typed(Map<String, String> given, Map<String, String> environment) {

    static final String HELP = "--help";
    static final Set<String> DOOR = Set.of("--gateway", "--token-endpoint", "--client", "--secret");

    static Typed of(List<String> typed, Map<String, String> environment, Set<String> valued, Set<String> flags) {
        var given = new HashMap<String, String>();
        var rest = new ArrayDeque<>(typed);
        while (!rest.isEmpty()) {
            String name = rest.pop();
            if (given.containsKey(name)) throw new IllegalArgumentException(name + " is given twice; give it once");
            if (name.equals(HELP) || flags.contains(name)) given.put(name, "");
            else if (!valued.contains(name)) throw new IllegalArgumentException("there is no option " + name);
            else if (rest.isEmpty()) throw new IllegalArgumentException(name + " needs a value");
            else given.put(name, rest.pop());
        }
        return new Typed(given, environment);
    }

    boolean has(String name) {
        return given.containsKey(name);
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(given.get(name));
    }

    String option(String name, String otherwise) {
        return given.getOrDefault(name, otherwise);
    }

    Door door() {
        return new Door(
                option("--gateway", "http://localhost:" + base()),
                option("--token-endpoint", issuer().replaceFirst("/+$", "") + "/oauth2/token"),
                option("--client", "demo-admin"),
                option("--secret", environment.getOrDefault("PRONGSAI_CLIENT_SECRET", "demo")));
    }

    private String issuer() {
        return environment.getOrDefault("PRONGSAI_ISSUER", "http://localhost:" + (base() + 10));
    }

    private int base() {
        return Integer.parseInt(environment.getOrDefault("PRONGSAI_PORT_BASE", "8080"));
    }
}
