package org.prongsai.gateway.login;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on their way to the issuer and back, as their browser keeps it, sealed.
 *
 * @param state what the issuer sends back with them
 * @param nonce what the issuer puts into the id token, hashed
 * @param verifier what proves to the issuer that the code is given to whoever asked for it
 * @param to where they go then
 */
record Attempt(String state, String nonce, String verifier, String to, Instant made) {
    static final Duration LASTS = Duration.ofMinutes(10);

    boolean isEndedBy(@Nullable String returned, Instant now) {
        return state.equals(returned) && now.isBefore(made.plus(LASTS));
    }

    @Override
    public String toString() {
        return "Attempt[…]";
    }
}
