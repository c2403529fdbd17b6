package org.prongsai.gateway.problem;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.Exceptions;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;

/** The gateway's one answer to everything that goes wrong inside it. */
@Component
@Order(-2)
class ProblemHandler implements ErrorWebExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private final AtomicLong noted = new AtomicLong(System.nanoTime() - 2 * SECOND);
    private final ReasonWriter reasons;

    ProblemHandler(ReasonWriter reasons) {
        this.reasons = reasons;
        // What fails when nobody listens any more, Reactor would write as an error with its whole stack.
        Hooks.onErrorDropped(ProblemHandler::noteBrokenOff);
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable thrown) {
        if (GoneReader.gone(exchange)) {
            return Mono.empty();
        }
        Throwable fault = Exceptions.unwrap(thrown);
        if (exchange.getResponse().isCommitted()) {
            noteBrokenOff(fault);
            return Mono.error(thrown);
        }
        Refusal refusal = FaultReader.read(fault);
        reasons.count(refusal.reason());
        if (refusal.reason().status() >= 500) {
            note(exchange, refusal.reason(), fault);
        }
        return ProblemWriter.write(exchange, refusal);
    }

    /** Says what failed, never who asked for what: answers leave no trace in a log. */
    private void note(ServerWebExchange exchange, Reason reason, Throwable fault) {
        // On the way of an answer no request has an id.
        try (var _ = MDC.putCloseable("requestId", exchange.getAttribute(ProblemWriter.REQUEST_ID))) {
            if (reason == Reason.BUG) {
                LOG.error("A request failed", bare(fault));
            } else if (isFirstForAWhile()) {
                LOG.warn("{}: {}", reason.key(), fault.toString());
            }
        }
    }

    /** A service that is away fails every request; the meters count them, one line a second is enough. */
    private boolean isFirstForAWhile() {
        long now = System.nanoTime();
        long last = noted.get();
        return now - last > SECOND && noted.compareAndSet(last, now);
    }

    /** A caller who has gone is no fault of ours; a service that stops halfway is. */
    private static void noteBrokenOff(Throwable fault) {
        if (DisconnectedClientHelper.isClientDisconnectedException(fault)) {
            LOG.debug("A caller has gone");
        } else {
            LOG.warn("An answer broke off: {}", fault.toString());
        }
    }

    /** Without the addresses of requests that Reactor attaches. */
    private static Throwable bare(Throwable fault) {
        Throwable cause = fault.getCause();
        Throwable bare = new Throwable(fault.toString(), cause == null ? null : bare(cause));
        bare.setStackTrace(fault.getStackTrace());
        return bare;
    }
}
