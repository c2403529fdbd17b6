package org.prongsai.gateway.route;

import org.prongsai.gateway.problem.ProblemWriter;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** The last look at a request's headers before they leave for a service. */
@Component
class OnwardHeadersFilter implements HttpHeadersFilter {
    @Override
    public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
        HttpHeaders onward = new HttpHeaders();
        Kind kind = kind(exchange);
        input.forEach((name, values) -> {
            if (OnwardHeaders.travels(name, kind)) {
                onward.addAll(name, values);
            }
        });
        String id = exchange.getAttribute(ProblemWriter.REQUEST_ID);
        if (id != null) {
            onward.set(ProblemWriter.REQUEST_ID, id);
        }
        return onward;
    }

    private static Kind kind(ServerWebExchange exchange) {
        DoorFilter.Entry entry = DoorFilter.entry(exchange);
        return entry == null ? Kind.ORDINARY : entry.door().kind();
    }
}
