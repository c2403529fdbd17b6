package org.prongsai.gateway.route;

/** What sort of work goes through a door, which decides its limits and how much of the request travels onward. */
public enum Kind {
    ORDINARY,
    /** Imports, exports and recounts: large bodies, long waits. */
    BULK,
    /** The way of an answer: nothing that tells who, from where or when travels onward. */
    ANSWERING,
    /** The way of somebody who signs in to be given a ticket: as that of an answer, but for the token. */
    SIGNED_IN;

    /** Whether nothing on this way may say who came when. */
    public boolean quiet() {
        return this == ANSWERING || this == SIGNED_IN;
    }
}
