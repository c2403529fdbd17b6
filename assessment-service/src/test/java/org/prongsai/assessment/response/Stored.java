package org.prongsai.assessment.response;

import org.prongsai.assessment.pool.Place;

/** What the intake keeps of a token, for tests that look for it. */
public final class Stored {

    private Stored() {}

    /** The hash of a ticket's token at a unit, 16 bytes. */
    public static byte[] hash(String round, String agency, String token) {
        return stored(round, agency, token).bytes();
    }

    /** The receipt that its holder was given. */
    public static String receipt(String round, String agency, String token) {
        return stored(round, agency, token).receipt();
    }

    private static Token.TokenHash stored(String round, String agency, String token) {
        return Token.signed(token).orElseThrow().hashAt(new Place(round, agency, "iit", "1"));
    }
}
