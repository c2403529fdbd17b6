package org.prongsai.gateway.route;

import org.prongsai.gateway.problem.ProblemWriter;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** The last look at a request's headers before they leave for a service. */
@Component
class OnwardHeadersFilter implements HttpHeadersFilter {
    private static final String GZIP = "gzip";

    @Override
    public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
        HttpHeaders onward = new HttpHeaders();
        Kind kind = kind(exchange);
        input.forEach((name, values) -> {
            if (OnwardHeaders.travels(name, kind)) {
                onward.addAll(name, values);
            }
        });
        if (kind.quiet() && gzip(input)) {
            onward.set(HttpHeaders.ACCEPT_ENCODING, GZIP);
        }
        String id = exchange.getAttribute(ProblemWriter.REQUEST_ID);
        if (id != null) {
            onward.set(ProblemWriter.REQUEST_ID, id);
        }
        return onward;
    }

    /** Said in one way for everybody: how a browser lists what it accepts would tell browsers apart. */
    private static boolean gzip(HttpHeaders input) {
        return input.getOrEmpty(HttpHeaders.ACCEPT_ENCODING).stream().anyMatch(accepted -> accepted.contains(GZIP));
    }

    private static Kind kind(ServerWebExchange exchange) {
        DoorFilter.Entry entry = DoorFilter.entry(exchange);
        return entry == null ? Kind.ORDINARY : entry.door().kind();
    }
}
