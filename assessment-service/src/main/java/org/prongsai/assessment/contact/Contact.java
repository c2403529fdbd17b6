package org.prongsai.assessment.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may be called; nothing else is known of them.
 *
 * @param phone in E.164
 * @param language in which to speak; null if nobody said
 */
record Contact(
        String phone,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String language) {

    /** All are as long when they are sealed, so that the length tells no foreigner from a Thai. */
    private static final int SEALED_LENGTH = 32;

    byte[] plain() {
        var text = language == null ? phone : phone + " " + language;
        return ("%-" + SEALED_LENGTH + "s").formatted(text).getBytes(StandardCharsets.UTF_8);
    }

    static Contact of(byte[] plain) {
        var words = new String(plain, StandardCharsets.UTF_8).strip().split(" ");
        return new Contact(words[0], words.length == 1 ? null : words[1]);
    }

    @Override
    public String toString() {
        return "Contact[…]";
    }
}
