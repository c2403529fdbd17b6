package org.prongsai.assessment.seal;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The key that comes from the environment and is in no database.
 *
 * @param sealKey base64url of at least 32 bytes: seals signing keys, letters and contacts at rest
 */
@ConfigurationProperties("prongsai.tickets")
record SealSettings(@Nullable String sealKey) {

    SealSettings {
        KeyText.bytes("prongsai.tickets.seal-key", sealKey);
    }

    byte[] key() {
        return KeyText.bytes("prongsai.tickets.seal-key", sealKey);
    }

    @Override
    public String toString() {
        return "SealSettings[…]";
    }
}
