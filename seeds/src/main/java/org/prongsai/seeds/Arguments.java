package org.prongsai.seeds;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.prongsai.seeds.http.Door;

/** What the person typed, filled up from the environment and the defaults of the local world. */
record Arguments(Map<String, String> given, Map<String, String> environment) {

    static final String USAGE = """
            Loads the seed data through the public API. Doing it twice changes nothing.

            Usage: seed [options]
              --gateway URL         where the platform is            (default http://localhost:8080)
              --token-endpoint URL  where to sign in                 (default <PRONGSAI_ISSUER>/oauth2/token)
              --client ID           client to sign in as             (default demo-admin)
              --secret SECRET       its secret; better in PRONGSAI_CLIENT_SECRET (default demo)
              --rounds LIST         all, none, or names with commas  (default all:
                                    demo-2567-immigration,demo-2570-immigration)
              --folder DIR          seed files to use instead of the packaged ones
              --help                this text

            Environment: PRONGSAI_PORT_BASE shifts both default ports, PRONGSAI_ISSUER is the sign-in
            (default http://localhost:8090). Exit code: 0 loaded, 1 refused by the platform, 2 could not run.
            """;

    private static final Set<String> KNOWN =
            Set.of("--gateway", "--token-endpoint", "--client", "--secret", "--rounds", "--folder");

    static Arguments of(List<String> typed, Map<String, String> environment) {
        var given = new HashMap<String, String>();
        var rest = new ArrayDeque<>(typed);
        while (!rest.isEmpty()) {
            String name = rest.pop();
            if (name.equals("--help")) given.put(name, "");
            else given.put(known(name), value(name, rest));
        }
        return new Arguments(given, environment);
    }

    private static String known(String name) {
        if (!KNOWN.contains(name)) throw new IllegalArgumentException("there is no option " + name);
        return name;
    }

    private static String value(String name, ArrayDeque<String> rest) {
        if (rest.isEmpty()) throw new IllegalArgumentException(name + " needs a value");
        return rest.pop();
    }

    boolean help() {
        return given.containsKey("--help");
    }

    Door door() {
        return new Door(
                option("--gateway", "http://localhost:" + base()),
                option("--token-endpoint", issuer().replaceFirst("/+$", "") + "/oauth2/token"),
                option("--client", "demo-admin"),
                option("--secret", environment.getOrDefault("PRONGSAI_CLIENT_SECRET", "demo")));
    }

    List<String> rounds() {
        return switch (option("--rounds", "all")) {
            case "all" -> Seeds.ROUNDS;
            case "none" -> List.of();
            case String names -> List.of(names.split(","));
        };
    }

    String folder() {
        return option("--folder", "");
    }

    private String issuer() {
        return environment.getOrDefault("PRONGSAI_ISSUER", "http://localhost:" + (base() + 10));
    }

    private int base() {
        return Integer.parseInt(environment.getOrDefault("PRONGSAI_PORT_BASE", "8080"));
    }

    private String option(String name, String otherwise) {
        return given.getOrDefault(name, otherwise);
    }
}
