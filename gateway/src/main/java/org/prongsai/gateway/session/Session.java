package org.prongsai.gateway.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is signed in, as their browser keeps it, sealed.
 *
 * @param expires when the access token does
 * @param began when they signed in
 * @param used when they last did something, roughly
 */
public record Session(
        String access, @Nullable String refresh, String id, Instant expires, Instant began, Instant used) {
    Session usedAt(Instant now) {
        return new Session(access, refresh, id, expires, began, now);
    }

    /** With new tokens; what the issuer did not give anew stays. */
    Session renewed(Tokens tokens, Instant now) {
        return new Session(
                tokens.access(),
                tokens.refresh() == null ? refresh : tokens.refresh(),
                tokens.id() == null ? id : tokens.id(),
                tokens.expires(),
                began,
                now);
    }

    /** What the issuer gives for a refresh token. */
    record Tokens(
            String access,
            @Nullable String refresh,
            @Nullable String id,
            Instant expires) {}

    @Override
    public String toString() {
        return "Session[…]";
    }
}
