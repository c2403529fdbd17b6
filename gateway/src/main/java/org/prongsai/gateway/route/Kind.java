package org.prongsai.gateway.route;

/** What sort of work goes through a door, which decides its limits and how much of the request travels onward. */
public enum Kind {
    ORDINARY,
    /** Imports, exports and recounts: large bodies, long waits. */
    BULK,
    /** The way of an answer: nothing that tells who, from where or when travels onward. */
    ANSWERING
}
