package org.prongsai.seeds;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.prongsai.seeds.http.Door;

/** What somebody who loads seeds typed. */
record Arguments(Typed typed) {

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

    private static final Set<String> OWN = Set.of("--rounds", "--folder");

    static Arguments of(List<String> typed, Map<String, String> environment) {
        var known = Stream.concat(Typed.DOOR.stream(), OWN.stream()).collect(Collectors.toSet());
        return new Arguments(Typed.of(typed, environment, known, Set.of()));
    }

    boolean help() {
        return typed.has(Typed.HELP);
    }

    Door door() {
        return typed.door();
    }

    List<String> rounds() {
        return switch (typed.option("--rounds", "all")) {
            case "all" -> Seeds.ROUNDS;
            case "none" -> List.of();
            case String names -> List.of(names.split(","));
        };
    }

    String folder() {
        return typed.option("--folder", "");
    }
}
