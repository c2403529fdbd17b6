package org.prongsai.web;

/** Carries a problem out of an endpoint; it is no bug, so it has no stack trace and is never logged. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    Refusal(Problem problem) {
        super(problem.type().slug(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
