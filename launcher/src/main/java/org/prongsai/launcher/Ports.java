package org.prongsai.launcher;

import java.util.Set;
import java.util.stream.Stream;

/** Moves every port of the platform by the same distance, so that two can live on one machine. */
public record Ports(int base) {

    static final int DEFAULT_BASE = 8080;
    private static final int HIGHEST = 19093;
    /** Above 1023, what no browser opens: the Fetch standard's bad ports. */
    private static final Set<Integer> BAD = Set.of(
            1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697,
            10080);

    public Ports {
        if (base < 1024 || base - DEFAULT_BASE + HIGHEST > 65535) {
            throw new IllegalArgumentException(
                    "PRONGSAI_PORT_BASE is %d: choose one from 1024 to %d, because the highest port lies %d above it"
                            .formatted(base, 65535 - HIGHEST + DEFAULT_BASE, HIGHEST - DEFAULT_BASE));
        }
        if (!suitsBrowsers(base)) {
            throw new IllegalArgumentException(
                    "PRONGSAI_PORT_BASE is %d: with it a page lies at a port that no browser opens; choose another one, such as %d"
                            .formatted(base, base + 10_000));
        }
    }

    /** Whether people can open the platform's pages, and those of signing in, where this is the gateway's port. */
    static boolean suitsBrowsers(int base) {
        return Stream.of(Topology.GATEWAY, Topology.LOCAL_WORLD)
                .noneMatch(part -> BAD.contains(part.port() - DEFAULT_BASE + base));
    }

    int of(int usual) {
        return usual - DEFAULT_BASE + base;
    }

    String url(int usual) {
        return "http://localhost:" + of(usual);
    }

    String address(String offer) {
        return "localhost:" + of(Topology.portOf(offer));
    }
}
