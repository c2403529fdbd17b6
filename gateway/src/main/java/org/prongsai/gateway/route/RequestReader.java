package org.prongsai.gateway.route;

import io.micrometer.common.KeyValues;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;

/** Reads from a request what the meters may know of it: its door, what was promised of it, and how it ended. Neither path nor caller. */
@Component
class RequestReader extends DefaultServerRequestObservationConvention {
    private static final String ABORTED = "aborted";

    RequestReader() {
        super("prongsai.gateway.requests");
    }

    @Override
    public KeyValues getLowCardinalityKeyValues(ServerRequestObservationContext context) {
        return KeyValues.of("route", door(context), "objective", objective(context), "status", ending(context));
    }

    @Override
    public KeyValues getHighCardinalityKeyValues(ServerRequestObservationContext context) {
        return KeyValues.empty();
    }

    private static String door(ServerRequestObservationContext context) {
        DoorFilter.Entry entry = DoorFilter.entry(context.getAttributes());
        return entry == null ? "none" : entry.door().id();
    }

    private static String objective(ServerRequestObservationContext context) {
        DoorFilter.Entry entry = DoorFilter.entry(context.getAttributes());
        ServerHttpRequest request = context.getCarrier();
        return entry == null || request == null
                ? Objective.NONE.id()
                : entry.door().objective().of(request.getMethod().name()).id();
    }

    /** Who leaves before the end is nobody's fault, whatever would have been the answer. */
    private static String ending(ServerRequestObservationContext context) {
        HttpStatusCode status =
                context.getResponse() == null ? null : context.getResponse().getStatusCode();
        return context.isConnectionAborted() || status == null ? ABORTED : status.value() / 100 + "xx";
    }
}
