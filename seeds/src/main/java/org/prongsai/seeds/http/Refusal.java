package org.prongsai.seeds.http;

/** The platform understood a request and said no. */
public final class Refusal extends RuntimeException {

    public Refusal(String request, Problem problem) {
        super(request + "\n  " + problem.text());
    }

    public Refusal(String message) {
        super(message);
    }
}
