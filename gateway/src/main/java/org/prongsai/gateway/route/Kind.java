package org.prongsai.gateway.route;

/** What sort of work goes through a door, which decides its limits and how much of the request travels onward. */
public enum Kind {
    ORDINARY,
    /** Imports, exports and recounts: large bodies, long waits. */
    BULK,
    /** The way of an answer: nothing that tells who, from where or when travels onward. */
    ANSWERING,
    /** The way of somebody who signs in to be given a ticket: as that of an answer, but for the token. */
    SIGNED_IN,
    /** What is said without a name, and read by who may: as the way of an answer, but for the token of who reads. */
    NAMELESS;

    /** Whether nothing on this way may say who came when. */
    public boolean quiet() {
        return this == ANSWERING || this == SIGNED_IN || this == NAMELESS;
    }

    /** Whether somebody whose browser is signed in is somebody here: who says something without a name must not be, unasked. */
    public boolean knowsBrowsers(String method) {
        return switch (this) {
            case ORDINARY, BULK, SIGNED_IN -> true;
            case NAMELESS -> method.equals("GET") || method.equals("HEAD");
            case ANSWERING -> false;
        };
    }
}
