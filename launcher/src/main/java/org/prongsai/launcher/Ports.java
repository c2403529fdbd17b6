package org.prongsai.launcher;

/** Moves every port of the platform by the same distance, so that two can live on one machine. */
public record Ports(int base) {

    static final int DEFAULT_BASE = 8080;
    private static final int HIGHEST = 19093;

    public Ports {
        if (base < 1024 || base - DEFAULT_BASE + HIGHEST > 65535) {
            throw new IllegalArgumentException(
                    "PRONGSAI_PORT_BASE is %d: choose one from 1024 to %d, because the highest port lies %d above it"
                            .formatted(base, 65535 - HIGHEST + DEFAULT_BASE, HIGHEST - DEFAULT_BASE));
        }
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
