package org.prongsai.assessment.ticket;

import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.seal.KeyText;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The issuer's secret, which comes from the environment and is in no database, and how long its keys are.
 *
 * @param codeKey base64url of at least 32 bytes: turns invitation codes into what is stored of them
 * @param bits length of new signing keys, from 2048 to 4096
 */
@ConfigurationProperties("prongsai.tickets")
record TicketSettings(@Nullable String codeKey, int bits) {

    TicketSettings {
        if (bits < 2048 || bits > 4096 || bits % 8 != 0) {
            throw new IllegalArgumentException(
                    "prongsai.tickets.bits is %d, expected a multiple of 8 from 2048 to 4096".formatted(bits));
        }
        KeyText.bytes("prongsai.tickets.code-key", codeKey);
    }

    byte[] code() {
        return KeyText.bytes("prongsai.tickets.code-key", codeKey);
    }

    @Override
    public String toString() {
        return "TicketSettings[…]";
    }
}
