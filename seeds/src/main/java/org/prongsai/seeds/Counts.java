package org.prongsai.seeds;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prongsai.seeds.http.Refusal;
import org.prongsai.seeds.http.Reply;
import tools.jackson.databind.JsonNode;

/** Adds up what several replies say they did. */
final class Counts {

    private final List<String> order;
    private final Map<String, Integer> totals;

    Counts(String... order) {
        this.order = List.of(order);
        this.totals = new LinkedHashMap<>();
        this.order.forEach(what -> totals.put(what, 0));
    }

    void add(String what, int number) {
        totals.merge(what, number, Integer::sum);
    }

    /** A reply to an import; a line it rejects is a fault of the file. */
    void add(Reply reply) {
        JsonNode body = reply.orRefuse().json();
        if (!body.path("rejected").isEmpty())
            throw new Refusal(reply.request() + "\n  rejected " + body.path("rejected"));
        order.forEach(what -> add(what, body.path(what).asInt(0)));
    }

    int of(String what) {
        return totals.getOrDefault(what, 0);
    }

    Step step(String name) {
        return new Step(name, Collections.unmodifiableMap(totals));
    }
}
