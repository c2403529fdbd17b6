package org.prongsai.assessment.ticket;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The issuer's secrets, which come from the environment and are in no database, and its bounds.
 *
 * @param codeKey base64url of at least 32 bytes: turns invitation codes into what is stored of them
 * @param sealKey base64url of at least 32 bytes: seals the private halves of the signing keys at rest
 * @param bits length of new signing keys, from 2048 to 4096
 * @param draw most invitations in one draw
 */
@ConfigurationProperties("prongsai.tickets")
record TicketSettings(@Nullable String codeKey, @Nullable String sealKey, int bits, int draw) {

    private static final int LEAST_BYTES = 32;

    TicketSettings {
        if (bits < 2048 || bits > 4096 || bits % 8 != 0) {
            throw new IllegalArgumentException(
                    "prongsai.tickets.bits is %d, expected a multiple of 8 from 2048 to 4096".formatted(bits));
        }
        if (draw < 1) {
            throw new IllegalArgumentException("prongsai.tickets.draw is %d, expected 1 or more".formatted(draw));
        }
        bytes("code-key", codeKey);
        bytes("seal-key", sealKey);
    }

    byte[] code() {
        return bytes("code-key", codeKey);
    }

    byte[] seal() {
        return bytes("seal-key", sealKey);
    }

    /** What is wrong with a secret is said without the secret. */
    private static byte[] bytes(String name, @Nullable String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text == null ? "" : text.strip());
            if (bytes.length >= LEAST_BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            // said below, like any other fault
        }
        throw new IllegalArgumentException(
                ("prongsai.tickets.%1$s is %2$s, expected at least %3$d random bytes as base64url: put a file"
                                + " prongsai.tickets.%1$s into the folder PRONGSAI_SECRETS")
                        .formatted(
                                name,
                                text == null || text.isBlank() ? "not set" : "too short or no base64url",
                                LEAST_BYTES));
    }

    @Override
    public String toString() {
        return "TicketSettings[…]";
    }
}
