package org.prongsai.gateway.problem;

import java.util.Locale;

/** Why the gateway itself refuses a request; its key leads to the sentence people read. */
public enum Reason {
    NO_SUCH_PATH(ProblemType.NOT_FOUND),
    WRONG_METHOD(ProblemType.METHOD_NOT_ALLOWED),
    TOKEN_EXPIRED(ProblemType.NOT_SIGNED_IN),
    TOKEN_INVALID(ProblemType.NOT_SIGNED_IN),
    NOBODY_SIGNED_IN(ProblemType.NOT_SIGNED_IN),
    SIGN_IN_DENIED(ProblemType.NOT_SIGNED_IN),
    SIGN_IN_FAILED(ProblemType.NOT_SIGNED_IN),
    SIGN_IN_TOO_LARGE(ProblemType.NOT_YOURS),
    FOREIGN_ORIGIN(ProblemType.NOT_YOURS),
    FOREIGN_PAGE(ProblemType.NOT_YOURS),
    UNREADABLE(ProblemType.INVALID_REQUEST),
    ADDRESS_UNREADABLE(ProblemType.INVALID_REQUEST),
    HOST_UNREADABLE(ProblemType.INVALID_REQUEST),
    BODY_UNREADABLE(ProblemType.INVALID_REQUEST),
    NOT_ACCEPTABLE(ProblemType.NOT_ACCEPTABLE),
    UNSUPPORTED_TYPE(ProblemType.UNSUPPORTED_TYPE),
    BODY_TOO_LARGE(ProblemType.TOO_LARGE),
    ADDRESS_TOO_LONG(ProblemType.TOO_LARGE, 414),
    HEADERS_TOO_LARGE(ProblemType.TOO_LARGE, 431),
    TOO_OFTEN(ProblemType.TOO_MANY_REQUESTS),
    SERVICE_AWAY(ProblemType.UNAVAILABLE),
    SERVICE_SLOW(ProblemType.UNAVAILABLE),
    ISSUER_AWAY(ProblemType.UNAVAILABLE),
    SIGN_IN_OFF(ProblemType.UNAVAILABLE),
    BUG(ProblemType.INTERNAL_ERROR);

    private final ProblemType type;
    private final int status;

    Reason(ProblemType type) {
        this(type, type.status());
    }

    Reason(ProblemType type, int status) {
        this.type = type;
        this.status = status;
    }

    public ProblemType type() {
        return type;
    }

    public int status() {
        return status;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
