package org.prongsai.gateway.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.prongsai.gateway.problem.Reason;
import org.prongsai.gateway.problem.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Keeps sessions where any gateway finds them: sealed, in cookies of those who are signed in. */
@Component
public class SessionStore {
    private static final Logger LOG = LoggerFactory.getLogger(SessionStore.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String KIND = "session";
    private static final String NAME = "prongsai";

    private final SealWriter seal;
    private final CookieWriter cookies;
    private final Lifetime lifetime;

    SessionStore(SealWriter seal, CookieWriter cookies, SessionSettings settings) {
        this.seal = seal;
        this.cookies = cookies;
        this.lifetime = settings.spans();
    }

    /** Who is signed in; what cannot be read, or is too old, is nobody and is taken back. */
    public Optional<Session> read(ServerWebExchange exchange) {
        if (cookies.read(exchange, NAME) == null) {
            return Optional.empty();
        }
        Optional<Session> session = Chunks.join(index -> cookies.read(exchange, name(index)))
                .flatMap(text -> seal.open(KIND, text))
                .flatMap(SessionStore::parse)
                .filter(found -> !lifetime.isOver(found, Instant.now()));
        if (session.isEmpty()) {
            clear(exchange);
        }
        return session;
    }

    /** Whoever has more rights than a browser can keep is not signed in at all, rather than now and then. */
    public void write(ServerWebExchange exchange, Session session) {
        Optional<List<String>> chunks = Chunks.split(seal.seal(KIND, JSON.writeValueAsString(session)));
        clear(exchange);
        if (chunks.isEmpty()) {
            LOG.warn(
                    "A session needs more than {} cookies of {} bytes: the tokens of this account are too large",
                    Chunks.MOST,
                    Chunks.SIZE);
            throw new Refusal(Reason.SIGN_IN_TOO_LARGE);
        }
        List<String> parts = chunks.get();
        IntStream.range(0, parts.size())
                .forEach(index -> cookies.write(exchange, name(index), parts.get(index), CookieWriter.WHILE_OPEN));
    }

    public void clear(ServerWebExchange exchange) {
        IntStream.range(0, Chunks.MOST).forEach(index -> cookies.clear(exchange, name(index)));
    }

    private static String name(int index) {
        return index == 0 ? NAME : NAME + "." + index;
    }

    private static Optional<Session> parse(String json) {
        try {
            return Optional.of(JSON.readValue(json, Session.class));
        } catch (JacksonException ofAnotherVersion) {
            return Optional.empty();
        }
    }
}
