package org.prongsai.assessment.seal;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A secret key as the environment gives it: at least 32 bytes in base64url; what is wrong with it is said without it. */
public final class KeyText {

    private static final int LEAST_BYTES = 32;

    private KeyText() {}

    /**
     * The bytes of a key.
     *
     * @param name of the setting, for whoever has to mend it
     */
    public static byte[] bytes(String name, @Nullable String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text == null ? "" : text.strip());
            if (bytes.length >= LEAST_BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            // said below, like any other fault
        }
        throw new IllegalArgumentException(("%1$s is %2$s, expected at least %3$d random bytes as base64url: put a file"
                        + " %1$s into the folder PRONGSAI_SECRETS")
                .formatted(
                        name, text == null || text.isBlank() ? "not set" : "too short or no base64url", LEAST_BYTES));
    }
}
