package org.prongsai.bench.intake;

import java.net.URI;
import java.time.Duration;
import org.prongsai.bench.load.Requests;

/**
 * Where answers are sent, and by whom.
 *
 * @param server the gateway, or a service past it
 * @param end of the path, after that of a unit's answers; empty for the intake itself
 */
record Target(Crowd crowd, URI server, String round, String end) {

    static Target intake(Crowd crowd, String server, String round) {
        return new Target(crowd, URI.create(server), round, "");
    }

    /** The route without I/O beside it. */
    Target echo() {
        return new Target(crowd, server, round, "/echo");
    }

    /** Enough for one phase. */
    Requests requests(Duration lasts) {
        var tickets = crowd.tickets();
        return crowd.to(this, end.isEmpty() ? tickets.stock(lasts) : tickets.again());
    }

    Target at(String other) {
        return new Target(crowd, URI.create(other), round, end);
    }

    String host() {
        return server.getAuthority();
    }

    String path(String unit) {
        return "/api/v1/rounds/%s/agencies/%s/responses%s".formatted(round, unit, end);
    }
}
