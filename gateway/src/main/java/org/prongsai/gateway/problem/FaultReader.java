package org.prongsai.gateway.problem;

import io.netty.handler.timeout.ReadTimeoutException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.server.ResponseStatusException;
import reactor.netty.channel.AbortedException;

/** Reads from an exception which refusal it means; what nobody foresaw is a bug. */
final class FaultReader {
    private static final String SECONDS_TO_WAIT = "5";

    private FaultReader() {}

    static Refusal read(Throwable fault) {
        return switch (fault) {
            case Refusal refusal -> refusal;
            case ResponseStatusException refused -> ofStatus(refused);
            case TimeoutException _, ReadTimeoutException _ -> later(Reason.SERVICE_SLOW);
            case IOException _, AbortedException _, RejectedExecutionException _ -> later(Reason.SERVICE_AWAY);
            default -> new Refusal(Reason.BUG);
        };
    }

    private static Refusal ofStatus(ResponseStatusException refused) {
        return switch (refused.getStatusCode().value()) {
            case 404 -> new Refusal(Reason.NO_SUCH_PATH);
            case 405 ->
                new Refusal(Reason.WRONG_METHOD)
                        .with("Allow", allowed(refused.getHeaders().getOrEmpty("Allow")));
            case 406 -> new Refusal(Reason.NOT_ACCEPTABLE);
            case 415 -> new Refusal(Reason.UNSUPPORTED_TYPE);
            case 503 -> later(Reason.SERVICE_AWAY);
            case 504 -> later(Reason.SERVICE_SLOW);
            default ->
                refused.getStatusCode().is4xxClientError() ? new Refusal(Reason.UNREADABLE) : new Refusal(Reason.BUG);
        };
    }

    /** What answers GET answers HEAD too, which Spring does not say. */
    private static String allowed(List<String> named) {
        return Stream.concat(named.stream(), named.contains("GET") ? Stream.of("HEAD") : Stream.empty())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static Refusal later(Reason reason) {
        return new Refusal(reason).with("Retry-After", SECONDS_TO_WAIT);
    }
}
