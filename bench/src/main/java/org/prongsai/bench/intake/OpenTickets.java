package org.prongsai.bench.intake;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.random.RandomGenerator;

/** Of an open part: 32 random bytes of the respondent's own, and nobody's signature. */
record OpenTickets(RandomGenerator luck) implements Tickets, Tickets.Stock {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    @Override
    public Stock stock(Duration lasts) {
        return this;
    }

    @Override
    public Stock again() {
        return this;
    }

    @Override
    public int length() {
        return next().length;
    }

    @Override
    public byte[] next() {
        var token = new byte[32];
        luck.nextBytes(token);
        return ("\"token\":\"" + BASE64.encodeToString(token) + "\"").getBytes(StandardCharsets.US_ASCII);
    }
}
