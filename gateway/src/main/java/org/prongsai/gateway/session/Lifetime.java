package org.prongsai.gateway.session;

import java.time.Duration;
import java.time.Instant;

/** How long a session lasts: in all, and without anybody doing anything. */
record Lifetime(Duration whole, Duration inactivity) {
    /** A token is renewed a little before its end, so that it does not end on its way. */
    private static final Duration TO_SPARE = Duration.ofSeconds(60);
    /** So many times in a span of inactivity is written down that somebody is there. */
    private static final int NOTES = 30;

    boolean isOver(Session session, Instant now) {
        return !now.isBefore(end(session));
    }

    /** When it ends if nothing more is done. */
    Instant end(Session session) {
        Instant last = session.began().plus(whole);
        Instant idle = session.used().plus(inactivity);
        return idle.isBefore(last) ? idle : last;
    }

    boolean wantsNote(Session session, Instant now) {
        return !now.isBefore(session.used().plus(inactivity.dividedBy(NOTES)));
    }

    boolean wantsRefresh(Session session, Instant now) {
        return !now.isBefore(session.expires().minus(TO_SPARE));
    }
}
