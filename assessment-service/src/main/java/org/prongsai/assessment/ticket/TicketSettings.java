package org.prongsai.assessment.ticket;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.group.Sizes;
import org.prongsai.assessment.seal.KeyText;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The issuer's secret, which comes from the environment and is in no database, how long its keys are, and how many codes
 * are redeemed together.
 *
 * @param codeKey base64url of at least 32 bytes: turns invitation codes into what is stored of them
 * @param bits length of new signing keys, from 2048 to 4096
 * @param batch most codes that are redeemed by one commit
 * @param waiting most codes that wait to be redeemed; whoever comes after them is told to come again
 * @param apart least time from one such commit to the next, up to a second
 * @param keysFor so long a unit's keys stay opened in memory; one that another instance makes meanwhile is unknown till then
 */
@ConfigurationProperties("prongsai.tickets")
record TicketSettings(@Nullable String codeKey, int bits, int batch, int waiting, Duration apart, Duration keysFor) {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    TicketSettings {
        if (bits < 2048 || bits > 4096 || bits % 8 != 0) {
            throw new IllegalArgumentException(
                    "prongsai.tickets.bits is %d, expected a multiple of 8 from 2048 to 4096".formatted(bits));
        }
        KeyText.bytes("prongsai.tickets.code-key", codeKey);
        new Sizes(1, batch, waiting, apart).checked("prongsai.tickets");
        demandShort(keysFor);
    }

    private static void demandShort(Duration keysFor) {
        if (keysFor.isNegative() || keysFor.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "prongsai.tickets.keys-for is %s, expected from 0 to %s".formatted(keysFor, LONGEST));
        }
    }

    Sizes sizes() {
        return new Sizes(1, batch, waiting, apart);
    }

    byte[] code() {
        return KeyText.bytes("prongsai.tickets.code-key", codeKey);
    }

    @Override
    public String toString() {
        return "TicketSettings[…]";
    }
}
