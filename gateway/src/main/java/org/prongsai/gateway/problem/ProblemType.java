package org.prongsai.gateway.problem;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Every problem type of the platform, with the status it usually comes with. */
public enum ProblemType {
    INVALID_REQUEST(400),
    NOT_SIGNED_IN(401),
    NOT_YOURS(403),
    NOT_PUBLISHED(403),
    NOT_FOUND(404),
    ASSESSED_JOINTLY(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    INVITATION_USED(409),
    CONFLICT(409),
    STALE(412),
    TOO_LARGE(413),
    UNSUPPORTED_TYPE(415),
    PRECONDITION_REQUIRED(428),
    INVALID_RESPONSE(422),
    INVALID_FRAMEWORK(422),
    INVALID_FILE(422),
    INVALID_AGENCY(422),
    INVALID_ROUND(422),
    INVALID_PERSON(422),
    INVALID_POPULATION(422),
    INVALID_DRAW(422),
    INVALID_REPORT(422),
    INVALID_COMMENT(422),
    INVALID_REVIEW(422),
    WINDOW_CLOSED(422),
    TICKET_INVALID(422),
    INVITATION_UNKNOWN(422),
    NOT_READY(422),
    KEY_REUSED(422),
    TOO_MANY_REQUESTS(429),
    INTERNAL_ERROR(500),
    BUSY(503),
    UNAVAILABLE(503);

    private final int status;

    ProblemType(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ProblemType> of(String slug) {
        return Stream.of(values()).filter(type -> type.slug().equals(slug)).findFirst();
    }
}
