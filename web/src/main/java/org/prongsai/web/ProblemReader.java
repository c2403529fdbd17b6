package org.prongsai.web;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;
import tools.jackson.core.JacksonException;

/** Reads out of any exception which problem the client has. */
final class ProblemReader {
    private static final Set<String> AWAY = Set.of(
            "R2dbcNonTransientResourceException",
            "R2dbcTransientResourceException",
            "R2dbcTimeoutException",
            "DataAccessResourceFailureException",
            "PoolAcquireTimeoutException",
            "PoolAcquirePendingLimitException");

    private static final Fault STRANGE = new Fault(
            "",
            "strange-request",
            "an address without //, ;, \\ or encoded slashes, and headers without control characters",
            null);

    private ProblemReader() {}

    static Problem of(Throwable error, String path) {
        if (error instanceof Refusal refusal) return refusal.problem();
        if (caused(error).anyMatch(DataBufferLimitException.class::isInstance))
            return Problem.of(ProblemType.TOO_LARGE, "-");
        return switch (error) {
            case ResponseStatusException refused -> of(refused, path);
            case AuthenticationServiceException issuerAway -> Problem.unavailable();
            case AuthenticationException refused -> Problem.tokenRefused();
            case ServerExchangeRejectedException strange -> Problem.invalidRequest(STRANGE);
            default ->
                caused(error).anyMatch(ProblemReader::away)
                        ? Problem.unavailable()
                        : Problem.of(ProblemType.INTERNAL_ERROR);
        };
    }

    /** Whether this was decided against, so that nothing was done; anything else may have broken at any point. */
    static boolean refused(Throwable error) {
        return error instanceof Refusal || of(error, "").status() < 500;
    }

    private static Problem of(ResponseStatusException refused, String path) {
        return switch (refused) {
            case MethodNotAllowedException wrong -> methodNotAllowed(wrong);
            case NotAcceptableStatusException wrong ->
                types(ProblemType.NOT_ACCEPTABLE, "Accept:", wrong.getSupportedMediaTypes());
            case UnsupportedMediaTypeStatusException wrong ->
                types(ProblemType.UNSUPPORTED_TYPE, "Content-Type:", wrong.getSupportedMediaTypes());
            case MissingRequestValueException missing ->
                Problem.invalidRequest(Fault.of(pointer(missing.getLabel(), missing.getName()), "missing"));
            case ServerWebInputException wrong -> Problem.invalidRequest(fault(wrong));
            default -> ofStatus(refused.getStatusCode().value(), path);
        };
    }

    private static Problem ofStatus(int status, String path) {
        return switch (status) {
            case 401 -> Problem.notSignedIn();
            case 403 -> Problem.of(ProblemType.NOT_YOURS);
            case 404 -> Problem.of(ProblemType.NOT_FOUND, path);
            // Spring gives forms and types with wildcards no list; where no other type is named, a body is JSON.
            case 415 -> types(ProblemType.UNSUPPORTED_TYPE, "Content-Type:", List.of(MediaType.APPLICATION_JSON));
            case 413 -> Problem.of(ProblemType.TOO_LARGE, "-");
            case 429 -> Problem.of(ProblemType.TOO_MANY_REQUESTS);
            case 503, 504 -> Problem.unavailable();
            default -> Problem.of(status < 500 ? ProblemType.INVALID_REQUEST : ProblemType.INTERNAL_ERROR);
        };
    }

    private static Problem methodNotAllowed(MethodNotAllowedException wrong) {
        var allowed = wrong.getSupportedMethods().stream()
                .map(HttpMethod::name)
                .sorted()
                .toList();
        return Problem.of(ProblemType.METHOD_NOT_ALLOWED, wrong.getHttpMethod())
                .with(List.of(new Fault("", "method-not-allowed", allowed, wrong.getHttpMethod())))
                .header("Allow", String.join(", ", allowed));
    }

    private static Problem types(ProblemType type, String header, List<?> supported) {
        var names = supported.stream().map(String::valueOf).sorted().collect(Collectors.toList());
        return Problem.of(type).with(List.of(new Fault(header, "unknown-type", names, null)));
    }

    private static Fault fault(ServerWebInputException wrong) {
        var json = caused(wrong).filter(JacksonException.class::isInstance).map(JacksonException.class::cast);
        return json.findFirst().map(FaultReader::of).orElseGet(() -> plain(wrong));
    }

    private static Fault plain(ServerWebInputException wrong) {
        var mismatch = caused(wrong)
                .filter(TypeMismatchException.class::isInstance)
                .map(TypeMismatchException.class::cast)
                .findFirst();
        var parameter = wrong.getMethodParameter();
        var pointer = parameter == null || mismatch.isEmpty() ? "" : "?" + parameter.getParameterName();
        return mismatch.map(value -> new Fault(pointer, "wrong-value", null, String.valueOf(value.getValue())))
                .orElse(Fault.of(pointer, "missing-or-unreadable"));
    }

    private static String pointer(String label, String name) {
        return label.contains("header") ? name + ":" : "?" + name;
    }

    private static boolean away(Throwable error) {
        return error instanceof TimeoutException
                || error instanceof CannotCreateTransactionException
                || error instanceof JwtDecoderInitializationException
                || AWAY.contains(error.getClass().getSimpleName());
    }

    private static Stream<Throwable> caused(Throwable error) {
        return Stream.<Throwable>iterate(error, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }
}
